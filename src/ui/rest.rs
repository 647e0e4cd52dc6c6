//! What of the page comes after the first picture, as a module of WebAssembly of its own.
//!
//! That module gives functions, and nothing else names what is behind them: the linker's output is taken apart there
//! (`.build/split.mjs`). What is loaded first draws the machine; all that changes it is in the rest, and so is what is shown
//! around it. A debug build is one module.
#![allow(unsafe_code, reason = "the macro declares functions that another module of WebAssembly has")]

use super::actions::{Actions, listen};
use super::canvas::{CanvasBar, Gestures, open_menu, overlays};
use super::code::JsonPanel;
use super::controls::TabList;
use super::drops::listen_to_drops;
use super::panels::{
    Breadcrumbs, Catalogue, Commands, ConversionDialog, EngineFailure, FindBar, Followed, HeaderControls, Inspector,
    Keys, Notices, Outline, ProblemWalk, Problems, RunPanel, ShelfDialog, Transport,
};
use super::platform::engine::Engine;
use super::platform::painting::after_paint;
use super::state::{Machines, Viewing, WorkerWatch, check_on_change};
use crate::action::Action;
use crate::asl::StateId;
use crate::interact::Event;
use crate::layout::Point;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

/// The functions of the rest.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    /// Begins all that goes on without being shown.
    start: fn(Parts),
    pub(super) header: fn() -> AnyView,
    pub(super) bars: fn() -> AnyView,
    pub(super) json: fn(Memo<bool>) -> AnyView,
    pub(super) problems: fn() -> AnyView,
    pub(super) overlays: fn(Gestures, Viewing) -> AnyView,
    pub(super) canvas_top: fn() -> AnyView,
    pub(super) transport: fn() -> AnyView,
    pub(super) inspector: fn() -> AnyView,
    pub(super) outline: fn() -> AnyView,
    pub(super) run: fn() -> AnyView,
    /// Takes a class.
    pub(super) tabs: fn(&'static str) -> AnyView,
    pub(super) dialogs: fn() -> AnyView,
    pub(super) perform: fn(Actions, Action, bool),
    pub(super) follow: fn(Gestures, Event),
    pub(super) end_pending: fn(Gestures, Option<StateId>, Point) -> bool,
    pub(super) open_menu: fn(Actions, Gestures, &MouseEvent) -> bool,
    pub(super) open_started_by: fn(Machines, StateId) -> bool,
}

#[cfg(split)]
#[leptos::wasm_split::wasm_split(rest, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Rest, SplitLoaderError> {
    Ok(functions())
}

#[cfg(not(split))]
async fn load() -> Result<Rest, SplitLoaderError> {
    Ok(functions())
}

fn functions() -> Rest {
    Rest {
        start,
        header: || view! { <HeaderControls /> }.into_any(),
        bars: || {
            view! {
                <Followed />
                <EngineFailure />
            }
            .into_any()
        },
        json: |is_dark| view! { <JsonPanel is_dark /> }.into_any(),
        problems: || view! { <Problems /> }.into_any(),
        overlays,
        canvas_top: || {
            view! {
                <Breadcrumbs />
                <CanvasBar />
                <FindBar />
            }
            .into_any()
        },
        transport: || view! { <Transport /> }.into_any(),
        inspector: || view! { <Inspector /> }.into_any(),
        outline: || view! { <Outline /> }.into_any(),
        run: || view! { <RunPanel /> }.into_any(),
        tabs: |class| view! { <TabList class /> }.into_any(),
        dialogs: || {
            view! {
                <ConversionDialog />
                <ShelfDialog />
                <ProblemWalk />
                <Notices />
                <Commands />
                <Keys />
                <Catalogue />
            }
            .into_any()
        },
        perform: Actions::act,
        follow: Gestures::take_event,
        end_pending: Gestures::take_place,
        open_menu,
        open_started_by: Machines::open_started_by,
    }
}

fn start(parts: Parts) {
    let actions = expect_context::<Actions>();
    let Actions { workspace, machines, run, problems, clipboard, .. } = actions;
    let worker = expect_context::<WorkerWatch>();
    workspace.keep_group();
    run.forget_on_change();
    problems.keep_current();
    worker.engine.with_value(Engine::start);
    check_on_change(workspace, worker);
    machines.begin();
    listen(actions);
    listen_to_drops(machines, clipboard, parts.is_drop_target);
}

/// Whether the rest is there; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    rest: RwSignal<Option<Rest>>,
    /// What it belongs to: the application.
    owner: StoredValue<Owner>,
    /// Whether it could not be loaded.
    pub(super) has_failed: RwSignal<bool>,
    /// Whether something is being dragged over the page.
    pub(super) is_drop_target: RwSignal<bool>,
}

impl Parts {
    /// Begins to load the rest. What is made here belongs to the owner that is current now.
    pub(super) fn new() -> Self {
        let parts = Self {
            rest: RwSignal::new(None),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            has_failed: RwSignal::new(false),
            is_drop_target: RwSignal::new(false),
        };
        parts.load();
        parts
    }

    /// Loads it, again after it has failed. It is shown once the first picture has been drawn.
    pub(super) fn load(self) {
        self.has_failed.set(false);
        spawn_local(async move {
            match load().await {
                Ok(rest) => after_paint(move || {
                    self.owner.with_value(|owner| owner.with(|| (rest.start)(self)));
                    self.rest.set(Some(rest));
                }),
                Err(_) => self.has_failed.set(true),
            }
        });
    }

    /// A view of it: nothing until it is there.
    pub(super) fn view(self, view: impl Fn(Rest) -> AnyView + Send + 'static) -> impl IntoView {
        move || self.rest.get().map(&view)
    }

    /// What is there now.
    pub(super) fn now(self) -> Option<Rest> {
        self.rest.get_untracked()
    }
}
