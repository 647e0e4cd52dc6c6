//! The documentation of a rule, as elements: nothing of it is read as HTML.

use crate::engine::{Block, Explanation, Inline, Request, Response, Section};
use crate::ui::state::{ProblemList, Workspace};
use leptos::prelude::*;

/// What is said of a rule, asked from the worker in the language of the page.
#[component]
pub(super) fn ExplanationView(
    /// The rule's name.
    rule: String,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let list = expect_context::<ProblemList>();
    let explanation = RwSignal::new(None::<Explanation>);
    Effect::new(move |_| {
        let request = Request::Explain { rule: rule.clone(), language: workspace.language.get() };
        list.engine.with_value(|engine| {
            engine.ask(request, move |response| {
                if let Ok(Response::Explained(found)) = response {
                    // The view may be gone by the time the answer comes.
                    let _ = explanation.try_set(Some(found));
                }
            });
        });
    });
    move || match explanation.get() {
        None => view! { <p class="small-print">{workspace.words().loading_explanation()}</p> }.into_any(),
        Some(found) => view! {
            <article class="explanation">
                <p class="explanation-title">
                    <strong>{found.title}</strong>
                    " "
                    <code>{found.rule}</code>
                </p>
                {found.sections.into_iter().map(section).collect_view()}
            </article>
        }
        .into_any(),
    }
}

fn section(section: Section) -> impl IntoView {
    view! {
        <p class="explanation-heading">{section.heading}</p>
        {section.blocks.into_iter().map(block).collect_view()}
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Text(inlines) => view! { <p>{inlines.into_iter().map(inline).collect_view()}</p> }.into_any(),
        Block::List(items) => {
            let items = items.into_iter().map(|item| {
                view! { <li>{item.into_iter().map(inline).collect_view()}</li> }
            });
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
        Block::Code(code) => view! { <pre class="data" tabindex="0">{code}</pre> }.into_any(),
    }
}

fn inline(inline: Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.into_any(),
        Inline::Code(code) => view! { <code>{code}</code> }.into_any(),
        Inline::Link(name, address) => {
            view! { <a href=address target="_blank" rel="noopener noreferrer">{name}</a> }.into_any()
        }
    }
}
