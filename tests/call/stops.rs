//! Stopping a call in each of its phases, and what it may have cost by then.

use super::*;
use genmedia::call::{Action, Input};

/// What the stopped call ends with; it must ignore whatever comes later.
#[track_caller]
fn stopped(call: &mut Call, why: Lost) -> Value {
    call.handle(Input::Lost(why));
    let Action::Fail(error) = call.poll() else {
        panic!("a stopped call goes on");
    };
    call.handle(Input::Chunk(b"late"));
    call.handle(Input::End);
    call.handle(Input::Woke { now_ms: 1 });
    call.handle(Input::Lost(Lost::Network));
    assert!(matches!(call.poll(), Action::Wait), "it is over");
    serde_json::from_str(&error.to_json().to_string()).unwrap()
}

fn begin(call: &mut Call, reply: &Reply) {
    assert!(matches!(call.poll(), Action::Send));
    call.handle(Input::Head(reply.head.clone().unwrap()));
    call.handle(Input::Chunk(&reply.body));
}

const WHYS: [(Lost, &str); 2] = [(Lost::Aborted, "aborted"), (Lost::Timeout, "timeout")];

#[test]
fn before_the_answer() {
    for (why, kind) in WHYS {
        for (target, billed) in [(IMAGE, "unknown"), (LIST, "no")] {
            let mut call = call(target, settings());
            assert!(matches!(call.poll(), Action::Send));
            let error = stopped(&mut call, why);
            assert_eq!(error["kind"], kind);
            assert_eq!(error["billed"], billed);
            assert_eq!(error["retryable"], false);
            assert_eq!(error["operation"], target.0);
        }
    }
}

#[test]
fn in_the_body() {
    for (why, kind) in WHYS {
        for (target, billed) in [(IMAGE, "unknown"), (LIST, "no")] {
            let mut call = call(target, settings());
            begin(&mut call, &ok("{\"data\""));
            let error = stopped(&mut call, why);
            assert_eq!(error["kind"], kind);
            assert_eq!(error["billed"], billed);
        }
    }
}

#[test]
fn in_the_wait_before_a_repetition() {
    for (why, kind) in WHYS {
        let mut call = call(IMAGE, settings());
        begin(&mut call, &answer(429, ""));
        call.handle(Input::End);
        assert!(matches!(call.poll(), Action::Sleep(250)));
        let error = stopped(&mut call, why);
        assert_eq!(error["kind"], kind);
        assert_eq!(error["billed"], "no", "all that was sent was refused");
    }
}

#[test]
fn while_a_task_is_followed() {
    for (why, kind) in WHYS {
        let mut call = call(VIDEO, following());
        begin(&mut call, &ok(VIDEO_TASK));
        call.handle(Input::End);
        assert!(matches!(call.poll(), Action::Emit(_)));
        assert!(matches!(call.poll(), Action::Sleep(5000)));
        let error = stopped(&mut call, why);
        assert_eq!(error["kind"], kind);
        assert_eq!(error["billed"], "yes");
        assert_eq!(error["jobId"], "task_7");
    }
    // The same in the middle of a look.
    let mut call = call(VIDEO, following());
    begin(&mut call, &ok(VIDEO_TASK));
    call.handle(Input::End);
    while !matches!(call.poll(), Action::Wait) {}
    call.handle(Input::Woke { now_ms: 5000 });
    assert!(matches!(call.poll(), Action::Send));
    let error = stopped(&mut call, Lost::Aborted);
    assert_eq!(error["billed"], "yes");
    assert_eq!(error["jobId"], "task_7");
}

#[test]
fn silence_in_a_free_call_is_repeated_and_in_a_look_waited_out() {
    let silent = broken(ok(LIST_OK), Lost::IdleTimeout);
    assert_done(&run(LIST, settings(), &[silent, ok(LIST_OK)]));
    let silent = broken(ok(VIDEO_RUNS), Lost::IdleTimeout);
    let replies = [ok(VIDEO_TASK), silent, ok(VIDEO_DONE)];
    let trace = run(VIDEO, following(), &replies);
    assert_done(&trace);
    assert_eq!(trace.sleeps, [5000, 6250]);
}
