//! A call of the AWS SDK whose service is gone, or newer than what is known.

use crate::asl::StateType;
use crate::asl::resource::Resource;
use crate::check::context::Context;
use crate::check::integration::{Verdict, verdict};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, services) = (context.tree(), context.options.services.clone());
    for (id, state) in context.machine().states() {
        let Some(node) = tree.get(state.node, "Resource").filter(|_| state.state_type == Some(StateType::Task)) else {
            continue;
        };
        let Some(text) = tree.as_str(node).filter(|text| !text.contains("${")) else { continue };
        let Resource::Service { service, action, pattern } = Resource::parse(text) else { continue };
        let key = match verdict(&services, &service, &action, pattern) {
            Verdict::Ended => "",
            Verdict::Unlisted => "unlisted",
            Verdict::Newer => "newer",
            Verdict::Right | Verdict::Wrong(_) => continue,
        };
        let date = services.date().unwrap_or_default();
        let service = service.strip_prefix("aws-sdk:").unwrap_or(&service);
        context.lint(key, &[("service", service), ("action", &action), ("date", date)], node, Some(id));
    }
}
