//! What every JavaScript host offers: timers, a clock, and a way to stop waiting at once.

use crate::call::Lost;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &js_sys::Function, ms: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue);
}

/// The longest wait that a host's timer takes.
const MAX_TIMER_MS: f64 = 2_147_483_647.0;

/// The host's clock, in milliseconds since 1970.
pub fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

/// A timer that is cleared when dropped, so that it never keeps a process alive.
pub struct Timer {
    id: JsValue,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    /// Runs `act` once after so many milliseconds.
    pub fn new(ms: f64, act: impl FnOnce() + 'static) -> Self {
        let callback = Closure::once(act);
        let id = set_timeout(
            callback.as_ref().unchecked_ref(),
            ms.clamp(0.0, MAX_TIMER_MS),
        );
        Self {
            id,
            _callback: callback,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(&self.id);
    }
}

/// Waits so many milliseconds.
pub async fn sleep(ms: u64) {
    struct Pending(JsValue);
    impl Drop for Pending {
        fn drop(&mut self) {
            clear_timeout(&self.0);
        }
    }
    let mut id = JsValue::UNDEFINED;
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        id = set_timeout(&resolve, (ms as f64).min(MAX_TIMER_MS));
    });
    let _pending = Pending(id);
    // A timer's promise has nothing to reject with.
    let _ = JsFuture::from(promise).await;
}

/// A switch that ends whatever is being waited for.
#[derive(Default)]
pub struct Stop {
    why: Cell<Option<Lost>>,
    waker: RefCell<Option<Waker>>,
}

impl Stop {
    /// Ends the present wait and every later one; the first reason counts.
    pub fn trip(&self, why: Lost) {
        if self.why.get().is_none() {
            self.why.set(Some(why));
        }
        let waker = self.waker.borrow_mut().take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Takes back a reason that ends one exchange but not the call.
    pub fn reset(&self) {
        self.why.set(None);
    }

    /// Why everything is to end.
    pub fn why(&self) -> Option<Lost> {
        self.why.get()
    }

    /// Waits for `work`, unless the switch is tripped first.
    pub async fn race<F: Future>(&self, work: F) -> Result<F::Output, Lost> {
        let mut work = pin!(work);
        poll_fn(|context| {
            if let Some(why) = self.why.get() {
                return Poll::Ready(Err(why));
            }
            *self.waker.borrow_mut() = Some(context.waker().clone());
            work.as_mut().poll(context).map(Ok)
        })
        .await
    }
}

/// Trips a switch when nothing has happened for a while.
pub struct Idle {
    last_ms: Rc<Cell<f64>>,
    timer: Rc<RefCell<Option<Timer>>>,
}

impl Idle {
    /// Watches for `idle_ms` without a [`Idle::touch`].
    pub fn new(idle_ms: f64, stop: Rc<Stop>) -> Self {
        let last_ms = Rc::new(Cell::new(js_sys::Date::now()));
        let timer = Rc::new(RefCell::new(None));
        arm(
            idle_ms,
            idle_ms,
            Rc::clone(&last_ms),
            Rc::clone(&timer),
            stop,
        );
        Self { last_ms, timer }
    }

    /// Something happened.
    pub fn touch(&self) {
        self.last_ms.set(js_sys::Date::now());
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        let timer = self.timer.borrow_mut().take();
        drop(timer);
    }
}

/// One timer for the whole stream: when it fires early, it waits for what is left.
fn arm(
    wait_ms: f64,
    idle_ms: f64,
    last_ms: Rc<Cell<f64>>,
    slot: Rc<RefCell<Option<Timer>>>,
    stop: Rc<Stop>,
) {
    let again = Rc::downgrade(&slot);
    let timer = Timer::new(wait_ms, move || {
        let quiet_ms = js_sys::Date::now() - last_ms.get();
        if quiet_ms >= idle_ms {
            stop.trip(Lost::IdleTimeout);
        } else if let Some(slot) = again.upgrade() {
            arm(idle_ms - quiet_ms, idle_ms, last_ms, slot, stop);
        }
    });
    let fired = slot.borrow_mut().replace(timer);
    drop(fired);
}
