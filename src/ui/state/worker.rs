//! What the page knows of its worker: whether it is there, and what it is told when it is not.

use super::{NoticeKind, Workspace};
use crate::ui::platform::engine::{Engine, EngineEvent, EngineFailure};
use leptos::prelude::*;

/// The worker and why it is gone; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct WorkerWatch {
    pub(in crate::ui) engine: StoredValue<Engine, LocalStorage>,
    /// Why nothing is checked and nothing runs; none while the worker is there.
    pub(in crate::ui) failure: RwSignal<Option<EngineFailure>>,
    /// Notified when it knows more of the services than before.
    pub(in crate::ui) services_loaded: Trigger,
}

impl WorkerWatch {
    /// Of a worker that is not started yet.
    pub(in crate::ui) fn new(workspace: Workspace) -> Self {
        let (failure, services_loaded) = (RwSignal::new(None), Trigger::new());
        let on_event = move |event| {
            let words = workspace.language.get_untracked().messages();
            match event {
                EngineEvent::Restarted => workspace.notify(NoticeKind::Warning, words.engine_stopped(), false),
                // What was asked before the rule was left out can fail of it once more.
                EngineEvent::RuleFailed(rule)
                    if workspace.failed_rules.with_untracked(|known| known.contains(&rule)) => {}
                EngineEvent::RuleFailed(rule) => {
                    workspace.notify(NoticeKind::Warning, words.rule_failed(&rule), false);
                    workspace.failed_rules.update(|failed| failed.push(rule));
                }
                EngineEvent::ServicesLoaded => services_loaded.notify(),
                EngineEvent::Failed(why) => failure.set(Some(why)),
            }
        };
        Self { engine: StoredValue::new_local(Engine::new(on_event)), failure, services_loaded }
    }

    /// Loads the worker again.
    pub(in crate::ui) fn try_again(self) {
        self.engine.with_value(Engine::try_again);
        self.failure.set(None);
    }
}
