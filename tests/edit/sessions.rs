//! Random sessions over random documents: 10,000 gestures a run.

use super::documents::documents;
use super::gestures::gestures;
use pasos::asl::{Document, Machine, StateType, TransitionKind};
use pasos::edit::{Label, Refusal, StepKind, plan};
use pasos::i18n::Language;
use pasos::project::Editor;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use std::collections::BTreeSet;

/// Gestures in one session, and sessions of each of the two kinds in a run: together 10,000 gestures.
const N_GESTURES: usize = 50;
const N_SESSIONS: u32 = 100;

/// `PROPTEST_CASES` asks for more sessions.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig::default();
    let cases = if asked { default.cases } else { N_SESSIONS };
    let persistence = FileFailurePersistence::Direct("proptest-regressions/edit/sessions.txt");
    ProptestConfig { cases, failure_persistence: Some(Box::new(persistence)), max_shrink_iters: 2000, ..default }
}

/// Why a machine is not as right as it was: names twice, ways that lead nowhere, states that do not say what follows.
fn fault(machine: &Machine) -> Option<String> {
    let mut names = BTreeSet::new();
    for (_, scope) in machine.scopes() {
        let starts = scope.start_at.as_ref().is_some_and(|start| start.state.is_some());
        if starts == scope.states.is_empty() {
            return Some(format!("a scope of {} states starts at {:?}", scope.states.len(), scope.start_at));
        }
    }
    for (_, state) in machine.states() {
        let name = &*state.name;
        if !names.insert(name) {
            return Some(format!("{name} is there twice"));
        }
        if let Some(lost) = state.transitions.iter().find(|transition| transition.target.state.is_none()) {
            return Some(format!("{name} leads to {}, which is not there", lost.target.name));
        }
        let n_next = state.transitions.iter().filter(|transition| transition.kind == TransitionKind::Next).count();
        if state.state_type.is_some_and(StateType::has_next) && n_next + usize::from(state.is_end) != 1 {
            return Some(format!("{name} does not say what follows"));
        }
    }
    None
}

/// Plays a session and checks after every gesture; then takes all back and does all again.
fn play(text: &str, gestures: &[super::gestures::Gesture], is_wild: bool) -> Result<(), TestCaseError> {
    let mut editor = Editor::new(text);
    prop_assert_eq!(editor.document().syntax_errors(), []);
    prop_assert_eq!(fault(editor.document().machine()).filter(|_| !is_wild), None);
    for gesture in gestures {
        if let Some((name, shift)) = gesture.placement(editor.document().machine()) {
            let mut placements = editor.placements().clone();
            placements.insert(name.clone(), shift);
            editor.change(Label::new(StepKind::PlaceByHand, name), None, |project| project.placements = placements);
            continue;
        }
        let document = editor.document();
        let command = if is_wild { gesture.wild_command(document) } else { gesture.command(document) };
        let before = document.text().to_owned();
        let transaction = match plan(document, &command) {
            Ok(transaction) => transaction,
            Err(refusal) => {
                prop_assert!(!Language::Es.messages().refusal(&refusal).is_empty());
                prop_assert!(is_wild || refusal != Refusal::BrokenText, "{command:?} on\n{before}");
                continue;
            }
        };
        editor.commit(&transaction, None);
        let after = editor.document();
        let story = || format!("{command:?} made of\n{before}\nthis:\n{}", after.text());
        prop_assert_eq!(after.syntax_errors(), [], "{}", story());
        prop_assert_eq!(transaction.edits.inverse(&before).apply(after.text()), before.as_str(), "{}", story());
        for name in transaction.placed.iter().chain(&transaction.select) {
            prop_assert!(after.machine().find(name).is_some(), "{name}: {}", story());
        }
        if let Some((_, extracted)) = &transaction.extracted {
            let extracted = Document::new(extracted.as_str());
            prop_assert_eq!(extracted.syntax_errors(), [], "{}", story());
            prop_assert_eq!(fault(extracted.machine()).filter(|_| !is_wild), None, "{}", story());
        }
        if !is_wild {
            prop_assert_eq!(fault(after.machine()), None, "{}", story());
        }
        for name in editor.placements().keys() {
            prop_assert!(
                is_wild || after.machine().find(name).is_some(),
                "{name} has a place and is gone: {}",
                story()
            );
        }
        let fresh = Document::new(after.text());
        prop_assert!(after.machine() == fresh.machine(), "the machine is not the text's: {}", story());
    }
    let last = editor.document().text().to_owned();
    let (n_steps, placements) = (editor.position(), editor.placements().clone());
    while editor.undo() {}
    prop_assert_eq!(editor.document().text(), text);
    prop_assert!(editor.placements().is_empty());
    editor.go_to(n_steps);
    prop_assert_eq!(editor.document().text(), last);
    prop_assert_eq!(editor.placements(), &placements);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn gestures_keep_a_right_machine_right(text in documents(), gestures in gestures(N_GESTURES)) {
        play(&text, &gestures, false)?;
    }

    #[test]
    fn gestures_on_anything_keep_right_json(text in documents(), gestures in gestures(N_GESTURES)) {
        play(&text, &gestures, true)?;
    }
}
