//! The palette: every item is right, runs, has words in both languages, and is found.
#![cfg(feature = "jsonata")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::{Document, QueryLanguage, StateType};
use pasos::calls::{Found, find};
use pasos::check::{Options, Severity, check_with};
use pasos::edit::commands::InsertFragment;
use pasos::edit::{plan, usual_place};
use pasos::i18n::Language;
use pasos::mock::{Answer, Files, Mocks, Outcome, Sequence};
use pasos::palette::{Category, Item, PATTERNS, SdkAction, Simulation, Standing, items, search, with_calls};
use pasos::services::Services;
use pasos::sim::{self, Program, StartOptions, Status};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LANGUAGES: [QueryLanguage; 2] = [QueryLanguage::JSONPath, QueryLanguage::JSONata];

/// A machine of nothing but the fragment.
fn machine(item: &Item, language: QueryLanguage) -> String {
    machine_of(&item.text(language, Language::En), language)
}

fn machine_of(fragment: &str, language: QueryLanguage) -> String {
    let mut machine: Value = serde_json::from_str(fragment).unwrap();
    machine["QueryLanguage"] = language.as_str().into();
    serde_json::to_string_pretty(&machine).unwrap()
}

fn error_answer(error: &str) -> Answer {
    Answer::from(Outcome::Throw { error: Some(error.to_owned()), cause: Some("as the test says".to_owned()) })
}

/// What a fragment meets in a test.
#[derive(Default)]
struct Case {
    input: Value,
    /// State, and its answers in turn.
    mocks: Vec<(&'static str, Vec<Answer>)>,
    files: Vec<(&'static str, &'static str, &'static str)>,
}

impl Case {
    fn with(input: Value) -> Self {
        Self { input, ..Self::default() }
    }

    fn mock(mut self, state: &'static str, answers: Vec<Answer>) -> Self {
        self.mocks.push((state, answers));
        self
    }
}

/// How a run ends: status, error and cause, output, and the states that were entered.
struct Ended {
    status: Status,
    error: String,
    output: Value,
    entered: BTreeSet<String>,
}

fn run(text: &str, case: &Case) -> Ended {
    let document = Document::new(text);
    let program = Program::compile(&document).unwrap();
    let mut mocks = Mocks::default();
    for (state, answers) in &case.mocks {
        assert!(text.contains(&format!("\"{state}\"")), "no state {state}");
        mocks.states.insert((*state).to_owned(), Sequence::in_turn(answers.clone()));
    }
    let mut environment = sim::Environment { services: Services::bundled(), ..sim::Environment::from(mocks) };
    let mut files = Files::default();
    for (bucket, key, content) in &case.files {
        files.put(bucket, key, content.as_bytes());
    }
    environment.files = files;
    let mut entered = BTreeSet::new();
    let mut step = sim::start(&program, StartOptions { input: case.input.clone(), ..StartOptions::default() });
    for _ in 0..5000 {
        let events = step.events.iter().chain(step.child_steps.iter().flat_map(|child| &child.events));
        entered.extend(
            events
                .filter(|event| event.event_type.ends_with("StateEntered"))
                .filter_map(|event| event.detail("name"))
                .map(str::to_owned),
        );
        if step.next.status() != Status::Running {
            break;
        }
        step = sim::step(&program, step.next, &environment);
    }
    let execution = step.next;
    Ended {
        status: execution.status(),
        error: format!("{} {}", execution.error().unwrap_or_default(), execution.cause().unwrap_or_default()),
        output: execution.output().cloned().unwrap_or_default(),
        entered,
    }
}

fn sdk_examples() -> Vec<Item> {
    ["aws-sdk:rds:describeDBClusters", "brandnew:doIt"].map(|name| Item::Sdk(SdkAction::parse(name).unwrap())).into()
}

/// Items of calls that were found in the table of services; `tests/calls.rs` tries more of them.
fn call_examples() -> Vec<Item> {
    let found = ["rekognition detect", "eks create", "ec2 run instances", "quicksight create dashboard", "iot create"];
    let calls = found.into_iter().flat_map(|typed| find(&Services::bundled(), typed, 4).calls).collect::<Vec<_>>();
    let items = with_calls("", Vec::new(), &Found { calls, is_whole: true });
    assert!(items.len() > 16 && items.iter().filter(|item| matches!(item, Item::Call(_))).count() > 12);
    items
}

#[test]
fn no_item_has_an_error_or_a_warning() {
    for item in items().chain(sdk_examples()).chain(call_examples()) {
        for language in LANGUAGES {
            let text = machine(&item, language);
            let options = Options { services: Services::bundled(), ..Options::default() };
            let found = check_with(&Document::new(&text), &options);
            // What is a hint in a fragment alone: a Choice without a reason yet, and so on. None for Tasks.
            let worst =
                if matches!(item, Item::State(_) | Item::Pattern(_)) { Severity::Hint } else { Severity::Warning };
            let bad: Vec<_> = found
                .iter()
                .filter(|found| found.severity < Severity::Hint || worst == Severity::Warning)
                // A name that nobody knows is told, and inserted.
                .filter(|found| !(item.id().contains("brandnew") && found.rule == "unlisted-integration"))
                .map(|found| (&found.rule, found.severity, &found.problem))
                .collect();
            assert!(bad.is_empty(), "{} {language:?}: {bad:#?}\n{text}", item.id());
        }
    }
}

#[test]
fn a_fragment_is_an_object_that_ends_somewhere() {
    for item in items().chain(sdk_examples()).chain(call_examples()) {
        for language in LANGUAGES {
            let fragment = item.fragment(language);
            let states = fragment["States"].as_object().unwrap();
            assert!(states.contains_key(fragment["StartAt"].as_str().unwrap()), "{}", item.id());
            assert_eq!(fragment.as_object().unwrap().len(), 2, "{}", item.id());
            let text = fragment.to_string();
            // Nothing of the notation for two languages is left, and nothing of the other language.
            let foreign: &[&str] = match language {
                QueryLanguage::JSONPath => &["{%", "\"Arguments", "Condition\":\"{"],
                QueryLanguage::JSONata => {
                    &[".$\"", "\"Parameters\":{\"Fu", "ResultPath\"", "\"OutputPath\"", "\"Variable\""]
                }
            };
            for part in foreign.iter().chain(&["@P\"", "@J\"", "\"@"]) {
                assert!(!text.contains(part), "{} {language:?} has {part}: {text}", item.id());
            }
        }
    }
}

#[test]
fn every_task_runs() {
    for item in items().chain(sdk_examples()).chain(call_examples()) {
        let Some(simulation) = item.simulation() else { continue };
        let waits = item.id().contains(".sync");
        let files = match simulation {
            Simulation::ReadsFiles => vec![("my-bucket", "my-key.json", "{}")],
            _ => Vec::new(),
        };
        for language in LANGUAGES {
            let input = json!({ "order": 7, "taskToken": "token", "name": "Ada" });
            let ended = run(&machine(&item, language), &Case { input, files: files.clone(), mocks: Vec::new() });
            let place = format!("{} {language:?}: {}", item.id(), ended.error);
            if item.id().contains("brandnew") {
                assert!(ended.error.starts_with("Pasos.NotSimulated"), "{place}: nobody knows what it answers");
                continue;
            }
            assert_eq!(ended.status, Status::Succeeded, "{place}");
            let is_empty = ended.output == json!({});
            let expects_empty = simulation == Simulation::AnswersEmpty;
            // Responses that are empty on AWS too.
            let says_nothing = ["delete", "stop", "start", "terminate"].iter().any(|verb| item.id().contains(verb));
            let may_be_empty = says_nothing && !waits || simulation == Simulation::AnswersInShape;
            assert!(is_empty == expects_empty || is_empty && may_be_empty, "{place} {}", ended.output);
            if simulation == Simulation::ReadsFiles {
                let ended = run(&machine(&item, language), &Case::with(json!({})));
                assert_eq!(ended.status, Status::Failed, "{place}");
            }
        }
    }
}

#[test]
fn the_types_of_state_run() {
    for state_type in StateType::ALL {
        for language in LANGUAGES {
            let case = Case::with(json!({ "items": [1, 2], "value": 1 }));
            let ended = run(&machine(&Item::State(state_type), language), &case);
            let expected = if state_type == StateType::Fail { Status::Failed } else { Status::Succeeded };
            assert_eq!(ended.status, expected, "{state_type:?} {language:?}: {}", ended.error);
        }
    }
}

#[test]
fn tasks_that_wait_have_a_limit_and_pass_their_token_on() {
    for item in items().filter(|item| matches!(item, Item::Action(..))).chain(call_examples()) {
        for language in LANGUAGES {
            let fragment = item.fragment(language);
            let state = fragment["States"].as_object().unwrap().values().next().unwrap();
            let (id, text) = (item.id(), state.to_string());
            let (is_token, is_job) = (id.ends_with(".waitForTaskToken"), id.contains(".sync"));
            assert_eq!(state.get("TimeoutSeconds").is_some(), is_token || is_job || id == "activity", "{id}");
            assert_eq!(state.get("HeartbeatSeconds").is_some(), is_token || id == "activity", "{id}");
            assert_eq!(text.contains("Task.Token"), is_token, "{id}");
            assert_eq!(state.get("Retry").is_some(), id.starts_with("lambda:"), "{id}");
            let resource = state["Resource"].as_str().unwrap();
            assert!(id == "activity" || resource == format!("arn:aws:states:::{id}"), "{id}");
        }
    }
}

/// Runs of a pattern that together enter every state. How each ends, beside what it meets.
fn runs_of(id: &str) -> Vec<(Status, Case)> {
    let returns = |value: Value| Answer::of(value);
    let payload = |value: Value| Answer::of(json!({ "Payload": value, "StatusCode": 200 }));
    let failing = || vec![error_answer("Boom")];
    let (good, bad) = (Status::Succeeded, Status::Failed);
    let case = |input: Value| Case::with(input);
    let plain = || Case::with(json!({ "order": 7 }));
    match id {
        "job-poller" => {
            let asked = |status: &str| {
                let answers = vec![payload(json!({ "status": "RUNNING" })), payload(json!({ "status": status }))];
                plain().mock("Ask for status", answers)
            };
            // A function that is not mocked gives no status: the limit ends it.
            vec![(good, asked("SUCCEEDED")), (bad, asked("FAILED")), (bad, plain())]
        }
        "callback" => {
            vec![(good, plain()), (bad, plain().mock("Send and wait", vec![Answer::from(Outcome::NoAnswer(true))]))]
        }
        "human-approval" => {
            let state = "Ask for approval";
            let no_answer = Answer::from(Outcome::NoAnswer(true));
            vec![
                (good, plain()),
                (good, plain().mock(state, vec![returns(json!({ "approved": true }))])),
                (bad, plain().mock(state, vec![no_answer])),
            ]
        }
        "saga" => vec![(good, plain()), (bad, plain().mock("Arrange delivery", failing()))],
        "fan-out" => vec![(good, plain())],
        "dead-letter" => vec![(good, plain()), (good, plain().mock("Process message", failing()))],
        "circuit-breaker" => {
            let open = returns(json!({ "Item": { "pk": { "S": "my-service" } } }));
            vec![
                (good, plain()),
                (good, plain().mock("Call service", failing())),
                (good, plain().mock("Read circuit", vec![open])),
            ]
        }
        "notify-failure" => vec![(good, plain()), (bad, plain().mock("Do the work", failing()))],
        "http-retries" => {
            let busy = || error_answer("States.Http.StatusCode.429");
            let then = vec![busy(), returns(json!({ "ResponseBody": { "a": 1 }, "StatusCode": 200 }))];
            let missing = vec![error_answer("States.Http.StatusCode.404")];
            vec![
                (good, plain()),
                (good, plain().mock("Call the API", then)),
                (good, plain().mock("Call the API", missing)),
            ]
        }
        "csv-map" => {
            let files = vec![("my-bucket", "my-file.csv", "id,name\n1,Ada\n2,Grace\n")];
            vec![(good, Case { input: json!({}), files, mocks: Vec::new() })]
        }
        "tolerant-map" => {
            let items = || case(json!({ "items": [1, 2, 3] }));
            vec![(good, items()), (bad, items().mock("Process item", failing()))]
        }
        "map-errors" => {
            let answers = vec![payload(json!({})), error_answer("Boom"), payload(json!(3))];
            vec![(good, case(json!({ "items": [1, 2, 3] })).mock("Process one", answers))]
        }
        "pages" => {
            let page = returns(json!({ "Items": [{}, {}], "LastEvaluatedKey": { "pk": { "S": "a" } } }));
            let last = returns(json!({ "Items": [{}] }));
            vec![(good, plain()), (good, plain().mock("First page", vec![page]).mock("Next page", vec![last]))]
        }
        "once" => {
            let request = || case(json!({ "requestId": "r1" }));
            let again = vec![error_answer("DynamoDB.ConditionalCheckFailedException")];
            vec![
                (good, request()),
                (good, request().mock("Note request", again)),
                (bad, request().mock("Do it", failing())),
            ]
        }
        "lock" => {
            let taken = || error_answer("DynamoDB.ConditionalCheckFailedException");
            vec![
                (good, plain().mock("Take lock", vec![taken(), taken(), returns(json!({}))])),
                (bad, plain().mock("Work alone", failing())),
            ]
        }
        "scheduled-wait" => {
            vec![(good, case(json!({ "sendAt": "2020-05-04T03:02:01Z", "email": "ada@example.com" })))]
        }
        "input-check" => vec![
            (good, case(json!({ "orderId": "a", "amount": 1 }))),
            (bad, case(json!({ "amount": 1 }))),
            (bad, case(json!({ "orderId": "a", "amount": 0 }))),
            (bad, case(json!({ "orderId": "a", "amount": "1" }))),
        ],
        _ => panic!("{id} has no runs"),
    }
}

#[test]
fn every_pattern_runs_through_all_its_states() {
    for pattern in &PATTERNS {
        let item = Item::Pattern(pattern);
        for language in LANGUAGES {
            let text = machine(&item, language);
            let mut entered = BTreeSet::new();
            for (index, (status, case)) in runs_of(pattern.id).iter().enumerate() {
                let ended = run(&text, case);
                assert_eq!(ended.status, *status, "{} {language:?}, run {index}: {}", pattern.id, ended.error);
                assert!(!ended.error.contains("States.Runtime"), "{} {language:?}: {}", pattern.id, ended.error);
                entered.extend(ended.entered);
            }
            let document = Document::new(&text);
            let all: BTreeSet<String> = document.machine().states().map(|(_, state)| state.name.to_string()).collect();
            assert_eq!(entered, all, "{} {language:?}", pattern.id);
        }
    }
}

#[test]
fn both_query_languages_give_the_same() {
    for pattern in
        PATTERNS.iter().filter(|pattern| ["fan-out", "map-errors", "callback", "pages"].contains(&pattern.id))
    {
        let cases = runs_of(pattern.id);
        let (_, case) = &cases[0];
        let outputs = LANGUAGES.map(|language| run(&machine(&Item::Pattern(pattern), language), case).output);
        if pattern.id == "map-errors" {
            for output in &outputs {
                let count = |name: &str| output[name].as_array().unwrap().len();
                assert_eq!((count("done"), count("failed")), (2, 1), "{output}");
            }
        } else if pattern.id == "pages" {
            assert_eq!(outputs[1]["Count"], 0);
        } else {
            assert_eq!(outputs[0], outputs[1], "{}", pattern.id);
        }
    }
}

#[test]
fn ids_are_unique_and_lead_back() {
    let ids: Vec<String> = items().map(|item| item.id()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for (id, item) in ids.iter().zip(items()) {
        assert_eq!(Item::find(id), Some(item));
    }
    assert_eq!(Item::find("aws-sdk:rds:describeDBClusters"), sdk_examples().into_iter().next());
    assert_eq!(Item::find("nothing"), None);
}

#[test]
fn every_item_has_words_in_both_languages() {
    for language in Language::ALL {
        let mut names = BTreeSet::new();
        for item in items() {
            let (id, name, description) = (item.id(), item.name(language), item.description(language));
            assert!(!name.is_empty() && name.chars().count() <= 70, "{id}: {name}");
            assert!(description.ends_with('.') && description.chars().count() <= 160, "{id}: {description}");
            assert!(names.insert(name), "{id} is named like another");
            let needs_note = !matches!(item.simulation(), None | Some(Simulation::Answers));
            assert_eq!(item.simulation_note(language).is_empty(), !needs_note, "{id}");
        }
        let titles: BTreeSet<_> =
            Category::ALL.into_iter().map(|category| language.palette_messages().category(category)).collect();
        assert_eq!(titles.len(), Category::ALL.len());
    }
    for item in items().filter(|item| !matches!(item, Item::State(_))) {
        assert_ne!(item.description(Language::En), item.description(Language::Es), "{}", item.id());
    }
}

#[test]
fn what_is_in_the_table_takes_the_place_of_what_was_only_typed() {
    let found = |typed: &str| with_calls(typed, search(typed, Language::En), &find(&Services::bundled(), typed, 8));
    let typed = found("sqs:PurgeQueue");
    assert!(matches!(typed[0], Item::Call(_)) && typed[0].id() == "aws-sdk:sqs:purgeQueue", "{:?}", typed[0]);
    assert_eq!(typed[0].description(Language::En), "Calls purgeQueue of sqs through the AWS SDK. It needs QueueUrl.");
    // What the palette has itself stays as it is, and nothing stands there twice.
    let found = found("sqs send message");
    assert!(matches!(found[0], Item::Action(..)));
    assert_eq!(found.iter().map(Item::id).collect::<BTreeSet<_>>().len(), found.len());
    assert!(found.iter().any(|item| item.id() == "aws-sdk:sqs:sendMessage"));
}

#[test]
fn an_action_that_the_table_does_not_have_is_no_guess() {
    let whole = Services::bundled();
    let found =
        |typed: &str, services: &Services| with_calls(typed, search(typed, Language::En), &find(services, typed, 24));
    for typed in ["rekognition detect", "sqs send"] {
        let items = found(typed, &whole);
        assert!(items.len() > 1 && !items.iter().any(|item| matches!(item, Item::Sdk(_))), "{typed}: {items:?}");
    }
    // Written out it may be newer than the table: last, and as one that is not known.
    let written = found("sqs:Send", &whole);
    let Some(Item::Sdk(last)) = written.last() else { panic!("{written:?}") };
    assert!(written.len() > 1 && last.id() == "aws-sdk:sqs:send" && last.standing() == Standing::UnknownAction);
    assert!(written.last().unwrap().description(Language::Es).contains("no conoce"));
    // As long as the table is not there, nothing is known.
    let Some(Item::Sdk(first)) = found("sqs:Send", &Services::default()).into_iter().next() else { panic!("typed") };
    assert_eq!(first.standing(), Standing::KnownService);
}

/// The ids of what is found.
fn found(query: &str, language: Language) -> Vec<String> {
    search(query, language).iter().map(Item::id).collect()
}

#[test]
fn people_find_what_they_mean() {
    let cases = [
        ("cola", Language::Es, "sqs:sendMessage"),
        ("cola", Language::En, "sqs:sendMessage"),
        ("Colas", Language::Es, "sqs:sendMessage"),
        ("queue", Language::En, "sqs:sendMessage"),
        ("enviar correo", Language::Es, "aws-sdk:sesv2:sendEmail"),
        ("enviar un correo", Language::En, "aws-sdk:sesv2:sendEmail"),
        ("send email", Language::En, "aws-sdk:sesv2:sendEmail"),
        ("lambda", Language::En, "lambda:invoke"),
        ("lambda", Language::Es, "lambda:invoke"),
        ("lam", Language::Es, "lambda:invoke"),
        ("wait", Language::En, "state:Wait"),
        ("esperar", Language::Es, "state:Wait"),
        ("eleccion", Language::Es, "state:Choice"),
        ("if", Language::En, "state:Choice"),
        ("bucle", Language::Es, "state:Map"),
        ("exito", Language::Es, "state:Succeed"),
        ("guardar elemento", Language::Es, "dynamodb:putItem"),
        ("dynamodb", Language::En, "dynamodb:getItem"),
        ("leer archivo", Language::Es, "aws-sdk:s3:getObject"),
        ("saga", Language::En, "pattern:saga"),
        ("csv", Language::Es, "pattern:csv-map"),
        ("aprobar", Language::Es, "pattern:human-approval"),
        ("aprobacion", Language::Es, "pattern:human-approval"),
        ("sqs:sendMessage", Language::En, "sqs:sendMessage"),
        ("sendmessage", Language::En, "sqs:sendMessage"),
        ("ec2 describe instances", Language::En, "aws-sdk:ec2:describeInstances"),
        ("aws-sdk:ec2:runInstances", Language::En, "aws-sdk:ec2:runInstances"),
        ("ec2:RunInstances", Language::Es, "aws-sdk:ec2:runInstances"),
        ("ec2 run instances", Language::Es, "aws-sdk:ec2:runInstances"),
        ("arn:aws:states:::http:invoke", Language::Es, "http:invoke"),
        ("nested workflow", Language::En, "states:startExecution.sync:2"),
    ];
    for (query, language, id) in cases {
        let found = found(query, language);
        assert_eq!(
            found.first().map(String::as_str),
            Some(id),
            "{query} {language:?}: {:?}",
            &found[..found.len().min(6)]
        );
    }
}

#[test]
fn an_empty_search_finds_all_and_a_strange_one_nothing() {
    assert_eq!(search(" ", Language::En), items().collect::<Vec<_>>());
    assert_eq!(search("zzz qqq", Language::En), []);
    let many = search("cola", Language::Es);
    assert!(many.len() < 12, "{:?}", many.iter().map(Item::id).collect::<Vec<_>>());
}

/// All names of states in a fragment, and what it says to people.
fn texts_for_people(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                if let ("States", Value::Object(states)) = (key.as_str(), value) {
                    found.extend(states.keys().cloned());
                }
                if let ("Comment" | "Cause" | "Subject", Value::String(text)) = (key.as_str(), value) {
                    found.push(text.clone());
                }
                texts_for_people(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts_for_people(item, found)),
        _ => {}
    }
}

#[test]
fn patterns_speak_the_language_of_the_page() {
    let types: Vec<&str> = StateType::ALL.into_iter().map(StateType::as_str).collect();
    for item in items().filter(|item| matches!(item, Item::State(_) | Item::Pattern(_))) {
        for query_language in LANGUAGES {
            let texts = |language: Language| {
                let mut found = Vec::new();
                texts_for_people(&serde_json::from_str(&item.text(query_language, language)).unwrap(), &mut found);
                found
            };
            let (en, es) = (texts(Language::En), texts(Language::Es));
            assert_eq!(es.iter().collect::<BTreeSet<_>>().len(), en.iter().collect::<BTreeSet<_>>().len());
            for (en, es) in en.iter().zip(&es) {
                assert!(
                    types.contains(&en.as_str()) || en.starts_with("{%") || en != es,
                    "{}: {en} has no Spanish",
                    item.id()
                );
                assert!(es.chars().count() <= 80, "{es}");
            }
            let text = item.text(query_language, Language::Es);
            let options = Options { services: Services::bundled(), ..Options::default() };
            let found = check_with(&Document::new(machine_of(&text, query_language)), &options);
            let grave = found.iter().filter(|found| found.severity != Severity::Hint);
            assert_eq!(grave.count(), 0, "{}: {found:?}", item.id());
        }
    }
}

#[test]
fn what_is_inserted_is_laid_out_as_the_document_is() {
    let inserted = |text: &str| {
        let document = Document::new(text);
        let fragment = Item::State(StateType::Wait).text(QueryLanguage::JSONPath, Language::En);
        let place = usual_place(&document, document.machine().find("A"), &fragment);
        let done = plan(&document, &InsertFragment { place, fragment }.into()).unwrap();
        document.edited(&done.edits).text().to_owned()
    };
    let tabs = "{\n\t\"StartAt\": \"A\",\n\t\"States\": {\n\t\t\"A\": {\n\t\t\t\"Type\": \"Pass\",\n\t\t\t\"Next\": \"B\"\n\t\t},\n\t\t\"B\": {\n\t\t\t\"Type\": \"Succeed\"\n\t\t}\n\t}\n}\n";
    let expected = tabs.replace("\"Next\": \"B\"", "\"Next\": \"Wait\"").replace(
        "\t\t\"B\"",
        "\t\t\"Wait\": {\n\t\t\t\"Type\": \"Wait\",\n\t\t\t\"Seconds\": 5,\n\t\t\t\"Next\": \"B\"\n\t\t},\n\t\t\"B\"",
    );
    assert_eq!(inserted(tabs), expected);
    let compact = inserted(r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}"#);
    assert_eq!(compact.lines().count(), 1);
}
