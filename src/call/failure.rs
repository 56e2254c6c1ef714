//! The part of a call that decides what a failure means: repeat the request, or end and say all that is known.

use super::job::look;
use super::{Action, Call, Lost, Step};
use crate::error::{Billed, Error, Kind};
use crate::operation::Operation;
use crate::scan;

/// Looks right after the creation that may say "no such task" before it is known everywhere.
const GRACE_LOOKS: u32 = 3;
/// A longer `Retry-After` is given to the caller instead of waited for.
const MAX_WAIT_MS: u64 = 60_000;

impl Call {
    pub(super) fn on_lost(&mut self, lost: Lost) {
        let (kind, message) = match lost {
            Lost::Network if self.head.status != 0 => (
                Kind::Truncated,
                "the connection broke in the middle of the answer",
            ),
            Lost::Aborted => (Kind::Aborted, "the call was stopped"),
            // What a task asks has no time limit but silence, also before its answer begins.
            Lost::IdleTimeout if self.head.status == 0 => {
                (Kind::Timeout, "no answer came within `timeoutMs`")
            }
            Lost::IdleTimeout => (
                Kind::IdleTimeout,
                "nothing arrived for too long in the middle of the answer",
            ),
            Lost::Network => (
                Kind::Network,
                "the connection failed; check the address and the network",
            ),
            Lost::Timeout => (Kind::Timeout, "the call took longer than `timeoutMs`"),
        };
        let mut error = Error::new(kind, message);
        if self.in_flight && self.operation.bills && self.step == Step::Run {
            error.billed = Billed::Unknown;
        }
        match lost {
            Lost::Aborted | Lost::Timeout => {
                error.retryable = false;
                self.end_with(error);
            }
            Lost::IdleTimeout | Lost::Network => self.fail(error),
        }
    }

    /// Repeats what may be repeated; else the call is over.
    pub(super) fn fail(&mut self, mut error: Error) {
        let current = self.current();
        if self.head.status != 0 {
            error.status = error.status.or(Some(self.head.status));
            if error.request_id.is_none() {
                error.request_id = self.head.request_id();
            }
            error.retry_after_ms = error.retry_after_ms.or(self.head.retry_after_ms);
        }
        // What was refused costs nothing, unless the answer holds the work all the same.
        let refused = error.kind.refused() && error.billed == Billed::No;
        if refused || !current.bills {
            error.billed = Billed::No;
        } else if error.billed == Billed::No && self.head.status != 0 {
            error.billed = Billed::Unknown;
        }
        if self.step == Step::Poll && matches!(error.kind, Kind::ContentInput | Kind::ContentOutput)
        {
            // So a task fails for its content (`minimax.md` 7.2); nobody says whether it is charged.
            error.billed = Billed::Unknown;
        }
        match self.repeat_after(&error, current) {
            Some(wait) => {
                self.in_flight = false;
                self.failures += 1;
                self.queue.push(Action::Sleep(wait));
            }
            None => self.end_with(error),
        }
    }

    /// Ends the call with an error that says all that is known.
    pub(super) fn end_with(&mut self, mut error: Error) {
        error.operation = Some(self.operation.id);
        if let Some(job) = &self.job {
            if error.billed == Billed::No {
                error.billed = Billed::Yes;
            }
            error.job_id = Some(job.id.clone());
            error.job = Some(job.to_json());
        } else if self.emitted && self.operation.bills {
            error.billed = Billed::Yes;
        }
        if let Some((_, fold)) = &self.stream
            && !fold.text().is_empty()
        {
            error.partial = Some(fold.text().to_string());
        }
        if let Some(bearer) = &self.settings.endpoint.bearer
            && scan::contains(&error.message, bearer)
        {
            error.message = "the service repeated the key in its message, which is left out".into();
        }
        self.in_flight = false;
        self.over = true;
        self.queue.push(Action::Fail(error));
    }

    /// How long to wait before the request is repeated; `None` when it must not be.
    pub(super) fn repeat_after(&mut self, error: &Error, current: &Operation) -> Option<u64> {
        let asked = error.retry_after_ms.unwrap_or(0);
        match self.step {
            // A look at a task goes on through passing failures; its deadline is the limit.
            Step::Poll if !self.settings.cancel => {
                if error.kind == Kind::NotFound && self.look_elsewhere() {
                    return Some(0);
                }
                let fresh = error.kind == Kind::NotFound && self.looks <= GRACE_LOOKS;
                if error.retryable || fresh {
                    self.next_look(asked.min(MAX_WAIT_MS))
                } else {
                    None
                }
            }
            step => {
                let proven = !current.bills || error.billed == Billed::No;
                // A task that has begun since the look refuses to be stopped.
                let begun = step == Step::Cancel && error.kind == Kind::InvalidRequest;
                let may = begun || error.retryable && proven && !self.emitted;
                if !may || self.failures >= self.settings.max_retries || asked > MAX_WAIT_MS {
                    return None;
                }
                if step == Step::Cancel {
                    // It may have ended by then, when the same request would delete its result.
                    let job = self.job.as_ref()?;
                    self.request = look(self.operation, job, &self.settings, false).ok()?;
                    self.step = Step::Poll;
                }
                Some(asked.max(backoff(self.failures, self.settings.jitter)))
            }
        }
    }
}

/// Half a second, doubled with each failure up to eight, and spread over its upper half.
fn backoff(failures: u32, jitter: f64) -> u64 {
    let whole = 500_u64 << failures.min(4);
    let spread = (whole as f64 / 2.0 * jitter.clamp(0.0, 1.0)) as u64;
    whole / 2 + spread
}
