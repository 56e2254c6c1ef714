//! The part of a call that follows a task: acceptance, looks, the link of its file, the deadline.

use super::{Action, Call, Emit, Outcome, Settings, Step, prepare, unsupported};
use crate::error::{Billed, Error, Kind};
use crate::json;
use crate::json::Value;
use crate::operation::{self, Operation};
use crate::request::Request;
use crate::task::{Cancel, Job, State, Task, Update};

/// After so many looks the waits between them have grown to their longest.
const SLOW_LOOKS: u32 = 64;

impl Call {
    /// The create answer of a task: its id is told before anything else can fail.
    pub(super) fn accept(&mut self) -> Result<(), Error> {
        let value = self.value()?;
        let (job, mut update) = match self.named(&value) {
            Some(job) => (job, Update::new("")),
            None => {
                let update = at_once(self.task()?, &value)?;
                let (operation, id) = (self.operation.id.to_string(), String::new());
                (Job { operation, id }, update)
            }
        };
        self.job = Some(job.clone());
        update.raw = value;
        if update.state.is_final() {
            self.finish_job(&update);
            return Ok(());
        }
        self.emit_update(&update);
        self.request = look(self.operation, &job, &self.settings, false)?;
        self.step = Step::Poll;
        self.sleep_before_look();
        Ok(())
    }

    /// The task that a create answer names.
    pub(super) fn named(&self, value: &Value) -> Option<Job> {
        let mut ids = self.operation.task?.id.iter();
        Some(Job {
            operation: self.operation.id.to_string(),
            id: ids.find_map(|path| json::text_at(value, path))?.to_string(),
        })
    }

    /// The answer to a creation that nobody follows has its id where the row says, however it came.
    pub(super) fn identify(&self, answer: &mut Value) -> Result<(), Error> {
        let Some(task) = self.operation.task else {
            return Ok(());
        };
        let Some(job) = self.named(answer) else {
            return at_once(task, answer).map(drop);
        };
        if let (Some(name), Value::Object(members)) = (task.id.first(), answer)
            && crate::text::cut(name, b".").is_none()
        {
            members.insert(*name, job.id.into());
        }
        Ok(())
    }

    pub(super) fn task(&self) -> Result<&'static Task, Error> {
        self.operation
            .task
            .ok_or_else(|| Error::new(Kind::Internal, "a step of a task without a task"))
    }

    pub(super) fn emit_update(&mut self, update: &Update) {
        let id = self.job.as_ref().map_or("", |job| job.id.as_str());
        self.queue
            .push(Action::Emit(Emit::Update(update.to_json(id))));
    }

    /// One look at the task.
    pub(super) fn looked(&mut self) -> Result<(), Error> {
        let value = self.value()?;
        let task = self.task()?;
        let mut update = (task.read)(&value);
        if let Some(cancel) = task.cancel.as_ref().filter(|_| self.settings.cancel) {
            return self.stop(cancel, &update, (cancel.read)(&value));
        }
        self.failures = 0;
        update.raw = value;
        let file = update.file.clone().filter(|_| update.outputs.is_empty());
        match (update.state, &task.then, file) {
            (State::Succeeded, Some(then), Some(file)) => {
                self.request = ask(then.operation, then.field, &file, &self.settings)?;
                self.step = Step::Then;
                self.last = Some(update);
                self.send();
            }
            (State::Succeeded, _, _) if update.outputs.is_empty() => {
                let message = "the task succeeded but its answer holds no result to fetch";
                self.end_with(Error::new(Kind::Protocol, message));
            }
            (State::Succeeded, _, _) => self.finish_job(&update),
            (State::Failed | State::Cancelled, _, _) => {
                self.emit_update(&update);
                let mut error = update.error.take().unwrap_or_else(|| {
                    let word = match update.state {
                        State::Cancelled => "was cancelled",
                        _ => "failed; the provider gives no reason",
                    };
                    Error::new(Kind::TaskFailed, crate::text!("the task ", word))
                });
                // Neither upstream says whether a failed task is charged.
                error.billed = Billed::Unknown;
                self.end_with(error);
            }
            _ => {
                // Whoever has to decide takes a while.
                if update.state == State::ActionRequired {
                    self.looks = self.looks.max(SLOW_LOOKS);
                }
                self.emit_update(&update);
                self.sleep_before_look();
            }
        }
        Ok(())
    }

    /// Has the task looked at by its other operation, or by the first one again; true for the other one.
    pub(super) fn look_elsewhere(&mut self) -> bool {
        let task = self.operation.task.filter(|task| task.other.is_some());
        let (Some(_), Some(job)) = (task, &self.job) else {
            return false;
        };
        let elsewhere = !self.elsewhere;
        let Ok(request) = look(self.operation, job, &self.settings, elsewhere) else {
            return false;
        };
        self.request = request;
        self.elsewhere = elsewhere;
        elsewhere
    }

    /// The link of the finished task's file.
    pub(super) fn linked(&mut self) -> Result<(), Error> {
        let value = self.value()?;
        let task = self.task()?;
        let last = self.last.take();
        let mut update = last.unwrap_or_else(|| Update::new("success"));
        if let Some(then) = &task.then {
            update.push((then.read)(&value));
        }
        if update.outputs.is_empty() {
            // The link may come with a repetition.
            self.last = Some(update);
            let message = "the task's file has no download link yet; resume the job to ask again";
            let mut error = Error::new(Kind::Protocol, message);
            error.retryable = true;
            self.fail(error);
            return Ok(());
        }
        self.finish_job(&update);
        Ok(())
    }

    /// A task that is to be stopped: only one that can be is asked to.
    fn stop(&mut self, cancel: &Cancel, update: &Update, stopped: bool) -> Result<(), Error> {
        let may = match update.state {
            State::Cancelled => false,
            // No word at all counts as queued elsewhere; here it proves nothing.
            State::Queued => cancel.running || !update.status.is_empty(),
            state => cancel.running && !state.is_final(),
        };
        if stopped || !may {
            self.say(match stopped || update.state == State::Cancelled {
                true => "cancelled",
                false => "too_late",
            });
            return Ok(());
        }
        let id = self.job.as_ref().map_or("", |job| job.id.as_str());
        self.request = ask(cancel.operation, cancel.field, id, &self.settings)?;
        self.step = Step::Cancel;
        self.send();
        Ok(())
    }

    /// The answer to the wish that the task ends.
    pub(super) fn cancelled(&mut self) -> Result<(), Error> {
        let value = self.value()?;
        let cancel = self.task()?.cancel.as_ref();
        self.say(match cancel.is_some_and(|cancel| (cancel.read)(&value)) {
            true => "cancelled",
            false => "too_late",
        });
        Ok(())
    }

    /// Ends the call with what became of the task upstream.
    pub(super) fn say(&mut self, upstream: &'static str) {
        let mut told = json::Writer::default();
        told.text("upstream", Some(upstream));
        self.finish(Outcome {
            json: Some(told.end()),
            ..Outcome::default()
        });
    }

    pub(super) fn finish_job(&mut self, update: &Update) {
        self.emit_update(update);
        let id = self.job.as_ref().map_or("", |job| job.id.as_str());
        self.finish(Outcome {
            json: Some(update.to_json(id)),
            ..Outcome::default()
        });
    }

    /// Waits before the next look, or gives the task back when its time is up.
    pub(super) fn sleep_before_look(&mut self) {
        match self.next_look(0) {
            Some(wait) => self.queue.push(Action::Sleep(wait)),
            None => {
                let message =
                    "the task has not ended in time; it goes on and can be taken up again";
                self.end_with(Error::new(Kind::Timeout, message));
            }
        }
    }

    /// How long to wait before the next look: short at first, longer later, as long as `asked`; `None` after
    /// the deadline.
    pub(super) fn next_look(&mut self, asked: u64) -> Option<u64> {
        let task = self.operation.task?;
        let left = self.time_left(self.now_ms).filter(|left| *left > 0)?;
        let first = self.settings.poll_ms.unwrap_or(task.first_ms);
        // A quarter longer each time: a few dozen looks cover a task of hours.
        let grown = (0..self.looks.min(64)).fold(first, |wait, _| wait.saturating_add(wait / 4));
        self.looks += 1;
        let wait = grown.min(task.slowest_ms.max(first)).max(asked);
        Some(wait.min(left))
    }

    /// How long the task is still waited for at that time; `None` where none is followed.
    pub fn time_left(&self, now_ms: u64) -> Option<u64> {
        let follows = self.job.is_some() && !self.settings.cancel;
        let task = self.operation.task.filter(|_| follows)?;
        let deadline = self.settings.deadline_ms.unwrap_or(task.deadline_ms);
        let spent = now_ms.saturating_sub(self.first_ms.unwrap_or(now_ms));
        Some(deadline.saturating_sub(spent))
    }
}

/// The request that looks at a task.
pub(super) fn look(
    operation: &'static Operation,
    job: &Job,
    settings: &Settings,
    elsewhere: bool,
) -> Result<Request, Error> {
    let task = operation
        .task
        .ok_or_else(|| unsupported(operation, "it creates no task"))?;
    ask(task.look(elsewhere), task.poll_field, &job.id, settings)
}

/// What a creation made at once, without any task.
fn at_once(task: &Task, answer: &Value) -> Result<Update, Error> {
    let update = (task.read)(answer);
    if update.state == State::Succeeded && !update.outputs.is_empty() {
        return Ok(update);
    }
    let message = "the task was accepted but the answer holds no id; look for it at the provider";
    Err(Error::new(Kind::Protocol, message))
}

/// The request of an operation that takes one id.
fn ask(
    operation: &str,
    field: &'static str,
    id: &str,
    settings: &Settings,
) -> Result<Request, Error> {
    let operation = operation::find(operation)
        .ok_or_else(|| Error::new(Kind::Internal, "a task without its operation"))?;
    let params = crate::check::params(operation, Value::object([(field, id.into())]))?;
    prepare(operation, params, settings)
}
