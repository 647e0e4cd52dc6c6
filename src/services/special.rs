//! Optimized actions that are no action of an API by their name: some come to one, some are put together from the parts of
//! one, some have parameters of their own.

use super::model::{Action, Field, Service, Shape, ShapeId};
use std::sync::{Arc, OnceLock};

/// A service of the SDK and an action.
type Name = (&'static str, &'static str);

/// A parameter, whether it is required, and where the model has its shape: an action, then fields of its input behind
/// slashes; a list stands for its items.
type Part = (&'static str, bool, &'static str);

/// What an optimized action is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Special {
    /// An action of another name.
    Renamed(Name),
    /// Parameters with the shapes that other actions of a service have.
    Composed(&'static str, &'static [Part]),
    /// Parameters that only the developer guide describes: `own_actions.txt` has them, in the format of a part of the table.
    Own,
}

/// Developer guide: "Invoke and customize Amazon Bedrock models", "Create and manage Amazon EMR clusters", "… Amazon EKS
/// clusters", "Call HTTPS APIs", "Create API Gateway REST APIs".
const SPECIAL: [(Name, Special); 12] = [
    (("apigateway", "invoke"), Special::Own),
    (("bedrock", "invokeModel"), Special::Renamed(("bedrockruntime", "invokeModel"))),
    (("eks", "call"), Special::Own),
    (("eks", "runJob"), Special::Own),
    (
        ("elasticmapreduce", "addStep"),
        Special::Composed(
            "emr",
            &[
                ("ClusterId", true, "addJobFlowSteps/JobFlowId"),
                ("Step", true, "addJobFlowSteps/Steps"),
                ("ExecutionRoleArn", false, "addJobFlowSteps/ExecutionRoleArn"),
            ],
        ),
    ),
    (
        ("elasticmapreduce", "cancelStep"),
        Special::Composed(
            "emr",
            &[("ClusterId", true, "cancelSteps/ClusterId"), ("StepId", true, "cancelSteps/StepIds")],
        ),
    ),
    (("elasticmapreduce", "createCluster"), Special::Renamed(("emr", "runJobFlow"))),
    (
        ("elasticmapreduce", "modifyInstanceFleetByName"),
        Special::Composed(
            "emr",
            &[
                ("ClusterId", true, "modifyInstanceFleet/ClusterId"),
                ("InstanceFleetName", true, "addInstanceFleet/InstanceFleet/Name"),
                ("InstanceFleet", true, "modifyInstanceFleet/InstanceFleet"),
            ],
        ),
    ),
    (
        ("elasticmapreduce", "modifyInstanceGroupByName"),
        Special::Composed(
            "emr",
            &[
                ("ClusterId", true, "modifyInstanceGroups/ClusterId"),
                ("InstanceGroupName", true, "addInstanceGroups/InstanceGroups/Name"),
                ("InstanceGroup", true, "modifyInstanceGroups/InstanceGroups"),
            ],
        ),
    ),
    (
        ("elasticmapreduce", "setClusterTerminationProtection"),
        Special::Composed(
            "emr",
            &[
                ("ClusterId", true, "setTerminationProtection/JobFlowIds"),
                ("TerminationProtected", true, "setTerminationProtection/TerminationProtected"),
            ],
        ),
    ),
    (
        ("elasticmapreduce", "terminateCluster"),
        Special::Composed("emr", &[("ClusterId", true, "terminateJobFlows/JobFlowIds")]),
    ),
    (("http", "invoke"), Special::Own),
];

/// What an action is, if it is no action of an API by its name.
pub(super) fn special(service: &str, action: &str) -> Option<Special> {
    SPECIAL.iter().find(|(name, _)| *name == (service, action)).map(|(_, special)| *special)
}

/// The actions that have parameters of their own, under names such as `eks:call`.
pub(super) fn own_actions() -> Option<Arc<Service>> {
    static OWN: OnceLock<Option<Arc<Service>>> = OnceLock::new();
    OWN.get_or_init(|| Service::read(include_str!("own_actions.txt")).map(Arc::new)).clone()
}

/// The parameters that are put together. None where the model has not the shape of one.
pub(super) fn composed(service: &Service, parts: &[Part]) -> Option<Vec<Field>> {
    let field = |(name, is_required, place): &Part| {
        let mut steps = place.split('/');
        let input = service.action(steps.next()?)?.input?;
        let shape = steps.try_fold(input, |shape, step| inside(service, shape, step))?;
        Some(Field { name: (*name).to_owned(), other_name: None, shape, is_required: *is_required })
    };
    parts.iter().map(field).collect()
}

/// The shape of a field, or of the items of the list that it holds.
pub(super) fn inside(service: &Service, shape: ShapeId, name: &str) -> Option<ShapeId> {
    let field = service.fields(shape).iter().find(|field| field.is_called(name, true))?;
    match service.shape(field.shape) {
        Shape::List(item) => Some(*item),
        _ => Some(field.shape),
    }
}

/// An action whose answer no model has.
pub(super) const UNANSWERED: Action = Action { input: None, output: None, streams_events: false };

#[cfg(test)]
mod tests {
    use super::super::Services;
    use super::*;

    #[test]
    fn every_special_action_has_its_parameters() {
        let services = Services::bundled();
        for ((service, action), special) in SPECIAL {
            let found = match special {
                Special::Renamed((service, action)) => services.service(service).unwrap().action(action).is_some(),
                Special::Composed(of, parts) => composed(&services.service(of).unwrap(), parts).is_some(),
                Special::Own => own_actions().unwrap().action(&format!("{service}:{action}")).is_some(),
            };
            assert!(found, "{service}:{action}");
        }
    }
}
