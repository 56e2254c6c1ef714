//! Which failures are repeated, after how long, and what a repetition sends.

use super::*;

/// Failures that may pass, and prove nothing about what was accepted.
fn passing() -> Vec<Reply> {
    let mut replies = vec![
        lost(Lost::Network),
        lost(Lost::IdleTimeout),
        broken(ok(IMAGE_OK), Lost::Network),
        broken(ok(IMAGE_OK), Lost::IdleTimeout),
        broken(answer(200, IMAGE_OK), Lost::Network),
        ok(r#"{"data":{"im"#),
    ];
    replies.extend([408, 500, 502, 503, 504, 529].map(|status| answer(status, "<html></html>")));
    replies.extend([1000, 1001, 1013, 1024, 1033].map(code));
    replies
}

/// Failures that may pass, and prove that nothing was accepted.
fn refusing() -> Vec<Reply> {
    let mut replies = vec![answer(429, "")];
    replies.extend([1002, 1041].map(code));
    replies
}

/// Failures that no repetition would change.
fn lasting() -> Vec<Reply> {
    let mut replies = vec![ok("<html>"), ok("")];
    replies.extend([400, 401, 402, 403, 404, 410, 413, 422].map(|status| answer(status, "")));
    replies.extend([1004, 1008, 1026, 1028, 1042, 2013, 2049, 2056, 2061, 7777].map(code));
    replies
}

#[test]
fn a_free_call_is_repeated_after_what_may_pass() {
    for failure in passing().into_iter().chain(refusing()) {
        let trace = run(LIST, settings(), &[failure.clone(), ok(LIST_OK)]);
        assert_done(&trace);
        assert_eq!(trace.sleeps, [250], "{failure:?}");
        assert_eq!(trace.sent[0], trace.sent[1]);
    }
}

/// Limits of tokens a minute, and of growth.
#[test]
fn limits_that_fall_slowly_are_waited_for() {
    for number in [1039, 2045] {
        for (target, good) in [(LIST, LIST_OK), (IMAGE, IMAGE_OK)] {
            let trace = run(target, settings(), &[code(number), ok(good)]);
            assert_done(&trace);
            assert_eq!(trace.sleeps, [5_000], "{number}");
        }
    }
}

#[test]
fn what_lasts_is_not_repeated() {
    for target in [LIST, IMAGE] {
        for reply in lasting() {
            let trace = run(target, settings(), std::slice::from_ref(&reply));
            assert_eq!(failure(&trace)["retryable"], false, "{reply:?}");
        }
    }
}

#[test]
fn a_billable_call_is_repeated_only_when_it_was_refused() {
    for reply in refusing() {
        let trace = run(IMAGE, settings(), &[reply, ok(IMAGE_OK)]);
        assert_done(&trace);
    }
    for reply in passing() {
        let trace = run(IMAGE, settings(), std::slice::from_ref(&reply));
        assert_failure(&trace, &[("billed", "unknown")]);
        assert_eq!(failure(&trace)["retryable"], true, "{reply:?}");
    }
}

/// A code that refuses, in an answer that holds the work all the same.
#[test]
fn work_that_came_with_a_refusal_is_not_asked_for_again() {
    for number in [1000, 1002, 1008, 1026, 2013] {
        for (target, payload) in [
            (IMAGE, r#""data":{"image_urls":["https://cdn.test/1.png"]}"#),
            (
                CHAT,
                r#""choices":[{"index":0,"message":{"content":"Hi"}}]"#,
            ),
        ] {
            let both = ok(&format!(
                r#"{{{payload},"base_resp":{{"status_code":{number},"status_msg":"x"}}}}"#
            ));
            let trace = run(target, settings(), &[both]);
            assert_failure(&trace, &[("billed", "unknown")]);
        }
    }
    for nothing in [
        r#""data":null"#,
        r#""data":{}"#,
        r#""data":{"image_urls":[],"image_base64":null}"#,
        r#""choices":null,"id":"021f0f9a7e8c4d""#,
        r#""task_id":"","data":{"audio":"","status":2}"#,
    ] {
        let refusal = ok(&format!(
            r#"{{{nothing},"base_resp":{{"status_code":1002,"status_msg":"x"}}}}"#
        ));
        assert_done(&run(IMAGE, settings(), &[refusal, ok(IMAGE_OK)]));
    }
}

#[test]
fn a_task_that_came_with_a_refusal_can_be_asked_for() {
    let create = (
        "minimax.video.create",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox"}"#,
    );
    let both = r#"{"task_id":"106916112212032","base_resp":{"status_code":1002,"status_msg":"x"}}"#;
    for settings in [settings(), following()] {
        let trace = run(create, settings, &[ok(both)]);
        assert_failure(
            &trace,
            &[("billed", "unknown"), ("jobId", "106916112212032")],
        );
    }
}

/// The request of a row's recorded success.
fn recorded(operation: &genmedia::operation::Operation) -> String {
    let (provider, row) = operation.id.split_once('.').unwrap();
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/tests/fixtures/{provider}/{row}/ok.json");
    let text = std::fs::read(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let file: Value = serde_json::from_slice(&text).unwrap();
    file["request"].to_string()
}

#[test]
fn every_billable_row_keeps_to_it() {
    for operation in operation::all().filter(|operation| operation.bills) {
        let request = recorded(operation);
        let row = (operation.id, request.as_str());
        for reply in [
            lost(Lost::Network),
            answer(503, ""),
            answer(500, "{"),
            answer(504, "<html>"),
            ok(""),
        ] {
            let trace = run(row, settings(), std::slice::from_ref(&reply));
            assert_failure(&trace, &[("billed", "unknown")]);
        }
        let trace = run(row, settings(), &[answer(429, ""), lost(Lost::Network)]);
        assert_failure(&trace, &[("billed", "unknown"), ("kind", "network")]);
    }
}

#[test]
fn the_wait_that_the_service_asks_for_is_kept() {
    for (asked, waited) in [(2_000, 2_000), (0, 250), (100, 250), (60_000, 60_000)] {
        let replies = [wait(answer(429, ""), asked), ok(IMAGE_OK)];
        assert_eq!(run(IMAGE, settings(), &replies).sleeps, [waited]);
    }
    let trace = run(IMAGE, settings(), &[wait(answer(429, ""), 60_001)]);
    assert_failure(&trace, &[("kind", "rate_limit"), ("retryAfterMs", "60001")]);
}

#[test]
fn waits_grow_and_are_spread() {
    let sleeps = |jitter| {
        let settings = Settings {
            jitter,
            max_retries: 6,
            ..settings()
        };
        let mut replies = vec![answer(503, ""); 6];
        replies.push(ok(LIST_OK));
        run(LIST, settings, &replies).sleeps
    };
    assert_eq!(sleeps(0.0), [250, 500, 1000, 2000, 4000, 4000]);
    assert_eq!(sleeps(1.0), [500, 1000, 2000, 4000, 8000, 8000]);
    assert_eq!(sleeps(0.5), [375, 750, 1500, 3000, 6000, 6000]);
    assert_eq!(sleeps(-1.0), sleeps(0.0));
    assert_eq!(sleeps(7.0), sleeps(1.0));
    assert_eq!(sleeps(f64::NAN), sleeps(0.0));
}

#[test]
fn repetitions_are_counted_and_limited() {
    for max_retries in [0, 1, 2, 5] {
        let settings = Settings {
            max_retries,
            ..settings()
        };
        let replies = vec![answer(502, ""); max_retries as usize + 1];
        let mut call = call(LIST, settings);
        let trace = drive(&mut call, &replies, Cut::Whole);
        assert_failure(&trace, &[("kind", "server"), ("status", "502")]);
        assert_eq!(call.attempts(), max_retries + 1);
    }
}

#[test]
fn one_answer_does_not_leak_into_the_next() {
    let mut first = wait(answer(503, "<html>broken"), 300);
    if let Some(head) = &mut first.head {
        head.headers.push(("x-request-id".into(), "first".into()));
    }
    let trace = run(LIST, settings(), &[first, code(1004)]);
    assert_failure(&trace, &[("code", "1004"), ("status", "200")]);
    assert_eq!(failure(&trace)["requestId"], Value::Null);
    assert_eq!(failure(&trace)["retryAfterMs"], Value::Null);
}

fn header(trace: &Trace, index: usize, name: &str) -> Vec<String> {
    let headers = trace.sent[index].headers.iter();
    headers
        .filter(|(found, _)| found == name)
        .map(|(_, value)| value.clone())
        .collect()
}

#[test]
fn the_idempotency_key_is_for_our_worker_and_stays_the_same() {
    let with = |worker| {
        let mut settings = following();
        settings.endpoint.worker = worker;
        settings.idempotency_key = Some("once".to_string());
        settings
    };
    let replies = [answer(429, ""), ok(VIDEO_TASK), ok(VIDEO_DONE)];
    let trace = run(VIDEO, with(true), &replies);
    assert_eq!(header(&trace, 0, "idempotency-key"), ["once"]);
    assert_eq!(header(&trace, 1, "idempotency-key"), ["once"]);
    assert!(header(&trace, 2, "idempotency-key").is_empty(), "a look");
    let trace = run(VIDEO, with(false), &replies);
    assert!((0..3).all(|index| header(&trace, index, "idempotency-key").is_empty()));
    let mut free = with(true);
    free.follow = false;
    let trace = run(LIST, free, &[ok(LIST_OK)]);
    assert!(header(&trace, 0, "idempotency-key").is_empty());
}

#[test]
fn the_callers_headers_go_with_every_request() {
    let mut settings = following();
    settings.headers = vec![("x-trace-id".to_string(), "abc".to_string())];
    let replies = [answer(429, ""), ok(VIDEO_TASK), ok(VIDEO_DONE)];
    let trace = run(VIDEO, settings, &replies);
    assert!((0..3).all(|index| header(&trace, index, "x-trace-id") == ["abc"]));
}
