//! An HTTP task that calls an address without TLS.

use crate::asl::resource::Resource;
use crate::check::context::Context;
use crate::check::waiting::resource;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        let is_http = matches!(resource(tree, state), Some(Resource::Service { service, .. }) if service == "http");
        let sent = ["Parameters", "Arguments"].iter().find_map(|field| tree.get(state.node, field));
        let Some(address) = sent.filter(|_| is_http).and_then(|sent| tree.get(sent, "ApiEndpoint")) else { continue };
        if tree.as_str(address).is_some_and(|text| text.to_ascii_lowercase().starts_with("http://")) {
            context.lint("", &[("name", &state.name)], address, Some(id));
        }
    }
}
