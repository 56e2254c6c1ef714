//! The part of a call that reads a streamed answer.

use super::{Action, Call, Emit, Outcome};
use crate::error::{Error, Kind};
use crate::fold::{Flow, Fold};

impl Call {
    /// Runs the events that `feed` gives through the fold; stops reading at the first failure.
    pub(super) fn read_events(
        &self,
        fold: &mut Fold,
        feed: impl FnOnce(&mut dyn FnMut(crate::events::Event<'_>)),
    ) -> Option<Error> {
        let mut fault = None;
        feed(&mut |event| {
            if fault.is_some() || fold.is_over() {
                return;
            }
            match fold.event(event) {
                Ok(Flow::More | Flow::Over) => {}
                Ok(Flow::Fault) => {
                    let read = self.operation.provider.fault;
                    fault = read(self.operation, &self.head, event.data)
                        .or_else(|| Some(Error::new(Kind::Server, "the stream told of a failure")));
                }
                Err(error) => fault = Some(error),
            }
        });
        fault
    }

    /// Hands on what the events came to; true when the exchange is settled by them.
    pub(super) fn after_events(&mut self, fault: Option<Error>) -> bool {
        let Some((_, fold)) = &mut self.stream else {
            return false;
        };
        let batch = fold.take();
        let over = fold.is_over();
        // Thinking is paid for too, where the view shows none of it.
        self.emitted |= fold.has_content() || !batch.is_empty();
        if !batch.is_empty() {
            self.queue.push(Action::Emit(Emit::Batch(batch)));
        }
        match fault {
            Some(error) => self.fail(error),
            None if over => self.end_stream(),
            None => return false,
        }
        true
    }

    pub(super) fn end_stream(&mut self) {
        let Some((_, fold)) = &mut self.stream else {
            return;
        };
        match fold.end() {
            Err(error) => self.fail(error),
            Ok(()) => {
                let whole = crate::json::to_string(&fold.whole());
                self.whole = Some(whole.clone());
                self.finish(Outcome {
                    json: Some(whole),
                    ..Outcome::default()
                });
            }
        }
    }
}
