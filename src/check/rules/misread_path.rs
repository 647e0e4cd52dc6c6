//! A path that is read as something that its author surely does not mean.

use crate::check::context::Context;
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonpath::{Misreading, Path};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for site in context.path_sites().iter() {
        let Some(text) = context.tree().as_str(site.node) else { continue };
        // `${Name}` is filled in at deployment.
        if text.contains("${") {
            continue;
        }
        let call = Intrinsic::is_call(text).then(|| Intrinsic::parse(text).ok()).flatten();
        let own = if Intrinsic::is_call(text) { None } else { Path::parse(text).ok() };
        let paths = call.iter().flat_map(Intrinsic::paths).chain(&own);
        for misreading in paths.flat_map(Path::misreadings) {
            let (key, what) = match misreading {
                Misreading::NegativePosition { index } => ("", format!("[{index}]")),
                Misreading::Function { name } => ("function", format!(".{name}()")),
                Misreading::QuotedText { text } => ("text", text),
                Misreading::QuotedName => ("name", String::new()),
                Misreading::Grouping => ("group", String::new()),
                Misreading::StrictEqual => ("strict", String::new()),
                Misreading::NamesBeforeStep => ("names", String::new()),
            };
            context.lint(key, &[("field", site.field), ("what", &what)], site.node, Some(site.state));
        }
    }
}
