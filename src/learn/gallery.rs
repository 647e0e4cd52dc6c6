//! Examples to open, run and change. Each ends well with its input and its mocks.

use crate::mock::{Answer, Mocks, Sequence};
use serde_json::Value;

/// A machine to begin with.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Its name in addresses and settings.
    pub id: &'static str,
    /// The definition.
    pub definition: &'static str,
    /// An input for it.
    pub input: &'static str,
    /// Answers by state: for each a list, one answer a call.
    mocks: &'static str,
}

impl Example {
    /// What its services answer.
    pub fn mocks(&self) -> Mocks {
        let mut mocks = Mocks::default();
        let Ok(Value::Object(states)) = serde_json::from_str(self.mocks) else { return mocks };
        for (state, answers) in states {
            if let Ok(answers) = serde_json::from_value::<Vec<Answer>>(answers) {
                mocks.states.insert(state, Sequence::in_turn(answers));
            }
        }
        mocks
    }
}

macro_rules! example {
    ($id:literal) => {
        Example {
            id: $id,
            definition: include_str!(concat!("examples/", $id, ".asl.json")),
            input: include_str!(concat!("examples/", $id, ".input.json")),
            mocks: include_str!(concat!("examples/", $id, ".mocks.json")),
        }
    };
}

/// All examples; the first is what a person sees who opens the page for the first time.
pub static EXAMPLES: [Example; 6] = [
    example!("two-tasks"),
    example!("vending-machine"),
    example!("user-registration"),
    example!("video-pipeline"),
    example!("order"),
    example!("file-lines"),
];

/// The example of that name.
pub fn find(id: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::{Document, StateType};
    use crate::check::{Severity, check};
    use crate::sim::{self, Program, StartOptions, Status};
    use std::collections::BTreeSet;

    #[test]
    fn each_is_right_and_ends_well() {
        for example in &EXAMPLES {
            let document = Document::new(example.definition);
            let found = check(&document).into_iter().filter(|found| found.severity != Severity::Hint);
            assert_eq!(found.collect::<Vec<_>>(), [], "{}", example.id);
            let program = Program::compile(&document).unwrap();
            let input = serde_json::from_str(example.input).unwrap();
            let mocks = example.mocks();
            let answers: Value = serde_json::from_str(example.mocks).unwrap();
            assert_eq!(mocks.states.len(), answers.as_object().unwrap().len(), "{}", example.id);
            let environment = sim::Environment::from(mocks);
            let mut execution = sim::start(&program, StartOptions { input, ..StartOptions::default() }).next;
            let mut n_steps = 0;
            while execution.status() == Status::Running && n_steps < 1000 {
                execution = sim::step(&program, execution, &environment).next;
                n_steps += 1;
            }
            assert_eq!(execution.status(), Status::Succeeded, "{}: {:?}", example.id, execution.cause());
        }
    }

    #[test]
    fn together_they_show_every_type_of_state() {
        let types: BTreeSet<StateType> = EXAMPLES
            .iter()
            .flat_map(|example| {
                let document = Document::new(example.definition);
                let types: Vec<_> = document.machine().states().filter_map(|(_, state)| state.state_type).collect();
                types
            })
            .collect();
        assert_eq!(types.len(), 8);
    }
}
