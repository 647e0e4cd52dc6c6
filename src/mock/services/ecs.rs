//! ECS: a task that starts at once, and whose containers exit with 0.
//!
//! The shape is that of a task on Fargate (recorded). Containers are those of the overrides; a task without overrides has
//! one, named like the family of its definition.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Map, Value, json};

/// How long a simulated task takes, in milliseconds, from stage to stage.
const STAGE: i64 = 1000;

/// The most tasks that one request starts (ECS API reference, "RunTask").
const MAX_TASKS: u64 = 10;

/// `ecs:runTask`. With `.sync` AWS gives the one task itself (recorded); of several, the first.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    if call.action != "runTask" {
        return Err(ServiceError::unknown_action(call));
    }
    let count = call.request.get("Count").and_then(Value::as_u64).unwrap_or(1).clamp(1, MAX_TASKS);
    let tasks: Vec<Task> = (0..count).map(|_| Task::new(call)).collect();
    let starting: Vec<Value> = tasks.iter().map(Task::starting).collect();
    let stopped = tasks.first().map(Task::stopped).unwrap_or_default();
    Reply::job(json!({ "Failures": [], "Tasks": starting }), stopped)
}

struct Task<'a> {
    request: &'a Value,
    clock: i64,
    cluster_arn: String,
    task_arn: String,
    definition_arn: String,
    family: String,
    container_arns: Vec<String>,
    attachment_id: String,
    interface: String,
    mac: String,
    address: String,
    runtime: String,
    digest: String,
}

impl<'a> Task<'a> {
    fn new(call: &mut Call<'a>) -> Self {
        let cluster = if call.text("Cluster").is_empty() { "default" } else { call.text("Cluster") };
        let cluster_arn = identifier::arn("ecs", "cluster/", cluster);
        let definition = call.text("TaskDefinition");
        let has_revision = definition.rsplit('/').next().is_some_and(|name| name.contains(':'));
        let revision = if has_revision { "" } else { ":1" };
        let definition_arn = format!("{}{revision}", identifier::arn("ecs", "task-definition/", definition));
        let family = definition_arn.rsplit('/').next().unwrap_or_default();
        let family = family.split(':').next().unwrap_or_default().to_owned();
        let cluster_name = identifier::last_part(cluster).to_owned();
        let id = identifier::hex(call.random, 32);
        let task_path = format!("{cluster_name}/{id}");
        let count = overrides(call.request).map_or(1, |overrides| overrides.len().max(1));
        let container_arns = (0..count)
            .map(|_| identifier::arn("ecs", "container/", &format!("{task_path}/{}", call.random.uuid())))
            .collect();
        let octet = |call: &mut Call<'_>| call.random.integer(4, 250);
        let address = format!("10.0.{}.{}", octet(call), octet(call));
        let mac = (0..5).map(|_| identifier::hex(call.random, 2)).collect::<Vec<_>>().join(":");
        Self {
            request: call.request,
            clock: call.clock,
            cluster_arn,
            task_arn: identifier::arn("ecs", "task/", &task_path),
            definition_arn,
            family,
            container_arns,
            attachment_id: call.random.uuid(),
            interface: format!("eni-0{}", identifier::hex(call.random, 16)),
            mac: format!("0a:{mac}"),
            address,
            runtime: format!("{id}-{}", identifier::digits(call.random, 10)),
            digest: format!("sha256:{}", identifier::hex(call.random, 64)),
        }
    }

    fn launch_type(&self) -> &str {
        self.request.get("LaunchType").and_then(Value::as_str).unwrap_or("FARGATE")
    }

    fn subnet(&self) -> Value {
        let subnet = self.request.pointer("/NetworkConfiguration/AwsvpcConfiguration/Subnets/0");
        subnet.cloned().unwrap_or_else(|| "subnet-00000000000000000".into())
    }

    fn names(&self) -> Vec<String> {
        let named = overrides(self.request).into_iter().flatten();
        let mut names: Vec<String> =
            named.filter_map(|container| container.get("Name")?.as_str()).map(str::to_owned).collect();
        if names.is_empty() {
            names.push(self.family.clone());
        }
        names
    }

    fn containers(&self, status: &str, ended: bool) -> Value {
        let containers = self.names().into_iter().zip(&self.container_arns).map(|(name, arn)| {
            let mut container = json!({
                "ContainerArn": arn,
                "Cpu": "0",
                "GpuIds": [],
                "Image": name,
                "LastStatus": status,
                "ManagedAgents": [],
                "Name": name,
                "NetworkBindings": [],
                "NetworkInterfaces": [],
                "TaskArn": self.task_arn
            });
            if ended && let Some(members) = container.as_object_mut() {
                members.insert("ExitCode".into(), 0.into());
                members.insert("ImageDigest".into(), self.digest.as_str().into());
                members.insert("RuntimeId".into(), self.runtime.as_str().into());
                let interface = json!({ "AttachmentId": self.attachment_id, "PrivateIpv4Address": self.address });
                members.insert("NetworkInterfaces".into(), json!([interface]));
                members.sort_keys();
            }
            container
        });
        containers.collect()
    }

    /// What is the same from start to end.
    fn common(&self) -> Map<String, Value> {
        let overridden: Vec<Value> = self.names().iter().map(|name| self.container_override(name)).collect();
        let size = |name: &str, default: &str| {
            let overridden = self.request.pointer(&format!("/Overrides/{name}")).cloned();
            overridden.unwrap_or_else(|| default.into())
        };
        let mut members = Map::new();
        let mut add = |name: &str, value: Value| members.insert(name.to_owned(), value);
        add("Attributes", json!([{ "Name": "ecs.cpu-architecture", "Value": "x86_64" }]));
        add("AvailabilityZone", format!("{}a", identifier::REGION).into());
        add("ClusterArn", self.cluster_arn.as_str().into());
        add("Cpu", size("Cpu", "256"));
        add("CreatedAt", self.clock.into());
        add("EnableExecuteCommand", self.given("EnableExecuteCommand", false.into()));
        add("EphemeralStorage", json!({ "SizeInGiB": 20 }));
        add("Group", self.given("Group", format!("family:{}", self.family).into()));
        add("InferenceAccelerators", json!([]));
        add("LaunchType", self.launch_type().into());
        add("Memory", size("Memory", "512"));
        add("Overrides", json!({ "ContainerOverrides": overridden, "InferenceAcceleratorOverrides": [] }));
        add("PlatformVersion", self.given("PlatformVersion", "1.4.0".into()));
        if let Some(starter) = self.request.get("StartedBy") {
            add("StartedBy", starter.clone());
        }
        add("Tags", self.given("Tags", json!([])));
        add("TaskArn", self.task_arn.as_str().into());
        add("TaskDefinitionArn", self.definition_arn.as_str().into());
        members
    }

    fn given(&self, name: &str, default: Value) -> Value {
        self.request.get(name).cloned().unwrap_or(default)
    }

    fn container_override(&self, name: &str) -> Value {
        let found = overrides(self.request)
            .into_iter()
            .flatten()
            .find(|container| container.get("Name").and_then(Value::as_str) == Some(name));
        let mut members = found.and_then(Value::as_object).cloned().unwrap_or_default();
        for list in ["Command", "Environment", "EnvironmentFiles", "ResourceRequirements"] {
            members.entry(list).or_insert_with(|| json!([]));
        }
        members.entry("Name").or_insert_with(|| name.into());
        members.sort_keys();
        Value::Object(members)
    }

    fn starting(&self) -> Value {
        let mut members = self.common();
        let details = json!([{ "Name": "subnetId", "Value": self.subnet() }]);
        let attachment = json!({
            "Details": details,
            "Id": self.attachment_id,
            "Status": "PRECREATED",
            "Type": "ElasticNetworkInterface"
        });
        let attachments = if self.launch_type() == "FARGATE" { json!([attachment]) } else { json!([]) };
        members.insert("Attachments".into(), attachments);
        members.insert("Containers".into(), self.containers("PENDING", false));
        members.insert("DesiredStatus".into(), "RUNNING".into());
        members.insert("LastStatus".into(), "PROVISIONING".into());
        members.insert("PlatformFamily".into(), "Linux".into());
        members.insert("Version".into(), 1.into());
        members.sort_keys();
        Value::Object(members)
    }

    fn stopped(&self) -> Value {
        let mut members = self.common();
        let detail = |name: &str, value: &Value| json!({ "Name": name, "Value": value });
        let host = format!("ip-{}.ec2.internal", self.address.replace('.', "-"));
        let attachment = json!({
            "Details": [
                detail("subnetId", &self.subnet()),
                detail("networkInterfaceId", &self.interface.as_str().into()),
                detail("macAddress", &self.mac.as_str().into()),
                detail("privateDnsName", &host.into()),
                detail("privateIPv4Address", &self.address.as_str().into()),
            ],
            "Id": self.attachment_id,
            "Status": "DELETED",
            "Type": "eni"
        });
        let attachments = if self.launch_type() == "FARGATE" { json!([attachment]) } else { json!([]) };
        let mut add = |name: &str, value: Value| members.insert(name.to_owned(), value);
        add("Attachments", attachments);
        add("Connectivity", "CONNECTED".into());
        add("Containers", self.containers("STOPPED", true));
        add("DesiredStatus", "STOPPED".into());
        add("LastStatus", "STOPPED".into());
        add("StopCode", "EssentialContainerExited".into());
        add("StoppedReason", "Essential container in task exited".into());
        add("Version", 5.into());
        let stages = [
            "ConnectivityAt",
            "PullStartedAt",
            "PullStoppedAt",
            "StartedAt",
            "ExecutionStoppedAt",
            "StoppingAt",
            "StoppedAt",
        ];
        for (stage, number) in stages.into_iter().zip(1..) {
            add(stage, (self.clock + number * STAGE).into());
        }
        members.sort_keys();
        Value::Object(members)
    }
}

fn overrides(request: &Value) -> Option<&Vec<Value>> {
    request.pointer("/Overrides/ContainerOverrides").and_then(Value::as_array)
}
