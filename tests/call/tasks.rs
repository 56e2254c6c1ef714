//! Following a task: its pace, its patience, its deadline, and taking it up again.

use super::*;
use genmedia::task::Job;

fn job(id: &str) -> Job {
    Job {
        operation: "router.videos.create".to_string(),
        id: id.to_string(),
    }
}

/// The waits of a task that runs for so many looks.
fn pace(settings: Settings, looks: usize) -> Vec<u64> {
    let mut replies = vec![ok(VIDEO_TASK)];
    replies.extend(vec![ok(VIDEO_RUNS); looks]);
    replies.push(ok(VIDEO_DONE));
    let trace = run(VIDEO, settings, &replies);
    assert_done(&trace);
    trace.sleeps
}

#[test]
fn looks_slow_down_to_a_limit() {
    let sleeps = pace(following(), 8);
    assert_eq!(
        sleeps,
        [5000, 6250, 7812, 9765, 12206, 15000, 15000, 15000, 15000]
    );
}

#[test]
fn the_caller_sets_the_pace() {
    let with = |poll_ms| Settings {
        poll_ms: Some(poll_ms),
        ..following()
    };
    assert_eq!(pace(with(100), 3), [100, 125, 156, 195]);
    assert_eq!(pace(with(20_000), 2), [20_000, 20_000, 20_000]);
    assert_eq!(pace(with(0), 2), [0, 0, 0]);
    let sleeps = pace(with(u64::MAX), 0);
    assert_eq!(sleeps, [6 * 3600 * 1000], "never longer than the deadline");
}

#[test]
fn the_last_look_is_at_the_deadline() {
    let with = |deadline_ms| Settings {
        deadline_ms: Some(deadline_ms),
        ..following()
    };
    let runs = || ok(VIDEO_RUNS);
    let trace = run(VIDEO, with(6000), &[ok(VIDEO_TASK), runs(), runs()]);
    assert_eq!(trace.sleeps, [5000, 1000]);
    assert_failure(
        &trace,
        &[("kind", "timeout"), ("jobId", "task_7"), ("billed", "yes")],
    );
    let trace = run(VIDEO, with(0), &[ok(VIDEO_TASK)]);
    assert_failure(&trace, &[("kind", "timeout"), ("jobId", "task_7")]);
    // A task that is done by then is no failure.
    assert_done(&run(
        VIDEO,
        with(6000),
        &[ok(VIDEO_TASK), runs(), ok(VIDEO_DONE)],
    ));
}

#[test]
fn failing_looks_are_limited_by_the_deadline_alone() {
    let mut replies = vec![ok(VIDEO_TASK)];
    replies.extend(vec![lost(Lost::Network); 5]);
    replies.extend(vec![answer(500, r#"{"code":"get_task_failed"}"#); 5]);
    replies.push(ok(VIDEO_DONE));
    let mut settings = following();
    settings.max_retries = 0;
    assert_done(&run(VIDEO, settings.clone(), &replies));
    settings.deadline_ms = Some(7000);
    let replies = [ok(VIDEO_TASK), lost(Lost::Network), lost(Lost::Network)];
    let trace = run(VIDEO, settings, &replies);
    assert_eq!(trace.sleeps, [5000, 2000]);
    assert_failure(&trace, &[("jobId", "task_7"), ("billed", "yes")]);
}

#[test]
fn a_look_waits_as_long_as_it_is_asked_to() {
    for (asked, waited) in [(30_000, 30_000), (500_000, 60_000), (1, 6250)] {
        let busy = wait(answer(429, ""), asked);
        let replies = [ok(VIDEO_TASK), busy, ok(VIDEO_DONE)];
        assert_eq!(run(VIDEO, following(), &replies).sleeps, [5000, waited]);
    }
    let settings = Settings {
        deadline_ms: Some(6000),
        ..following()
    };
    let busy = wait(answer(429, ""), 30_000);
    let trace = run(VIDEO, settings, &[ok(VIDEO_TASK), busy, ok(VIDEO_DONE)]);
    assert_eq!(trace.sleeps, [5000, 1000], "never longer than the deadline");
}

#[test]
fn a_task_that_is_not_known_yet_gets_a_little_time() {
    let missing = || {
        answer(
            404,
            r#"{"code":"task_not_exist","message":"task_not_exist"}"#,
        )
    };
    let mut replies = vec![ok(VIDEO_TASK)];
    replies.extend(vec![missing(); 4]);
    let trace = run(VIDEO, following(), &replies);
    assert_failure(&trace, &[("kind", "not_found"), ("jobId", "task_7")]);
    replies[4] = ok(VIDEO_DONE);
    assert_done(&run(VIDEO, following(), &replies));
}

#[test]
fn every_failure_after_acceptance_names_the_job() {
    let looks = [
        ok("<html>"),
        ok(""),
        answer(
            400,
            r#"{"code":"invalid_request","message":"task_id is required"}"#,
        ),
        answer(401, r#"{"error":{"message":"token not provided"}}"#),
        answer(403, ""),
        ok(r#"{"code":"odd","message":"?"}"#),
        ok(r#"{"status":"failed"}"#),
        ok(r#"{"status":"completed","results":null}"#),
        lost(Lost::Aborted),
        lost(Lost::Timeout),
        broken(ok(VIDEO_RUNS), Lost::Aborted),
    ];
    for look in looks {
        let trace = run(VIDEO, following(), &[ok(VIDEO_TASK), look.clone()]);
        assert_failure(&trace, &[("jobId", "task_7")]);
        let error = failure(&trace);
        assert_ne!(error["billed"], "no", "{look:?}");
        let handle = error["job"].as_str().unwrap();
        assert_eq!(Job::parse(handle).unwrap(), job("task_7"));
    }
}

#[test]
fn an_id_that_fits_no_path_is_told_and_not_sent() {
    let trace = run(VIDEO, following(), &[ok(r#"{"id":"../../v1/other"}"#)]);
    assert_failure(&trace, &[("jobId", "../../v1/other"), ("billed", "yes")]);
}

#[test]
fn the_job_is_known_as_soon_as_it_is_accepted() {
    let mut call = call(VIDEO, following());
    assert!(call.job().is_none());
    let trace = drive(&mut call, &[ok(VIDEO_TASK), ok(VIDEO_DONE)], Cut::Whole);
    assert_eq!(trace.updates[0]["id"], "task_7");
    assert_eq!(call.job(), Some(&job("task_7")));
}

#[test]
fn a_job_is_taken_up_without_creating_anything() {
    let mut call = Call::resume(job("task_7"), settings()).unwrap();
    let trace = drive(&mut call, &[ok(VIDEO_RUNS), ok(VIDEO_DONE)], Cut::Whole);
    assert_done(&trace);
    let urls = trace.sent.iter().map(|request| request.url.as_str());
    assert!(
        urls.into_iter()
            .all(|url| url == "https://upstream.test/v1/videos/task_7")
    );
    assert_eq!(trace.sleeps, [5000]);
    let mut call = Call::resume(job("task_7"), settings()).unwrap();
    let trace = drive(&mut call, &[answer(401, "")], Cut::Whole);
    assert_failure(
        &trace,
        &[("kind", "auth"), ("jobId", "task_7"), ("billed", "yes")],
    );
}

#[test]
fn a_job_by_the_name_of_its_task() {
    let by_name = Job {
        operation: "router.videos.generate".to_string(),
        id: "task_7".to_string(),
    };
    let mut call = Call::resume(by_name, settings()).unwrap();
    assert_done(&drive(&mut call, &[ok(VIDEO_DONE)], Cut::Whole));
}

#[test]
fn what_is_no_job_is_refused() {
    let bad = [
        ("router.nothing", "1"),
        ("router.chat.completions", "1"),
        ("router.videos.query", "1"),
        ("router.videos.create", "a/b"),
        ("router.videos.create", ".."),
    ];
    for (operation, id) in bad {
        let job = Job {
            operation: operation.to_string(),
            id: id.to_string(),
        };
        let error = Call::resume(job, settings()).unwrap_err();
        assert_eq!(error.kind.as_str(), "invalid_request", "{operation} {id}");
    }
}

/// A MiniMax task: its result is a file whose link is one more call.
#[test]
fn the_link_of_a_file_is_asked_for_a_few_times() {
    let target = ("minimax.video.create", r#"{"model":"T2V-01","prompt":"a"}"#);
    let done = r#"{"task_id":"7","status":"Success","file_id":"9007199254740993","base_resp":{"status_code":0}}"#;
    let file = |url: &str| {
        let body = format!(
            r#"{{"file":{{"file_id":9007199254740993,"download_url":"{url}"}},"base_resp":{{"status_code":0}}}}"#
        );
        ok(&body)
    };
    let created = r#"{"task_id":"7","base_resp":{"status_code":0}}"#;
    let mut replies = vec![ok(created), ok(done), lost(Lost::Network), answer(502, "")];
    replies.push(file("https://cdn.test/v.mp4"));
    let trace = run(target, following(), &replies);
    assert_done(&trace);
    assert_eq!(trace.sleeps, [5000, 250, 500]);
    replies.pop();
    replies.push(file(""));
    let trace = run(target, following(), &replies);
    assert_failure(&trace, &[("jobId", "7"), ("billed", "yes")]);
}
