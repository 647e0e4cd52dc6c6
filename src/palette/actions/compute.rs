//! Functions, containers, jobs, servers and workers.

use crate::asl::resource::Pattern;
use crate::palette::action::ACTIVITY;
use crate::palette::{Action, Category, Icon, Service, Simulation};

static LAMBDA: Service = Service::new("AWS Lambda", "Lambda", Category::Compute, Icon::Function);
static ECS: Service = Service::new("Amazon ECS · AWS Fargate", "ECS", Category::Compute, Icon::Container);
static BATCH: Service = Service::new("AWS Batch", "Batch", Category::Compute, Icon::Job);
static EKS: Service = Service::new("Amazon EKS", "EKS", Category::Compute, Icon::Cluster);
static EC2: Service = Service::new("Amazon EC2", "EC2", Category::Compute, Icon::Server);
static WORKERS: Service = Service::new("Activities", "Activity", Category::Compute, Icon::Worker);

/// Also what a Task is that nobody has said more of.
pub(in crate::palette) static LAMBDA_INVOKE: Action =
    Action::new(&LAMBDA, "lambda:invoke", r#"{"FunctionName":"my-function","Payload.$":"$"}"#)
        .token(r#"{"FunctionName":"my-function","Payload":{"input.$":"$","taskToken.$":"$$.Task.Token"}}"#);

const CLUSTER: &str = r#"{"Name":"my-cluster"}"#;

const NODE_GROUP: &str = r#"{"ClusterName":"my-cluster","NodegroupName":"my-node-group"}"#;

const INSTANCES: &str = r#"{"InstanceIds":["i-0123456789abcdef0"]}"#;

pub(super) static ACTIONS: &[Action] = &[
    Action::new(
        &ECS,
        "ecs:runTask",
        r#"{"LaunchType":"FARGATE","Cluster":"my-cluster","TaskDefinition":"my-task-definition","NetworkConfiguration":
{"AwsvpcConfiguration":{"Subnets":["subnet-0123456789abcdef0"],"AssignPublicIp":"DISABLED"}}}"#,
    )
    .job_and_token(
        &[Pattern::Sync, Pattern::RequestResponse, Pattern::WaitForTaskToken],
        r#"{"LaunchType":"FARGATE","Cluster":"my-cluster","TaskDefinition":"my-task-definition","NetworkConfiguration":
{"AwsvpcConfiguration":{"Subnets":["subnet-0123456789abcdef0"],"AssignPublicIp":"DISABLED"}},"Overrides":
{"ContainerOverrides":[{"Name":"my-container","Environment":[{"Name":"TASK_TOKEN","Value.$":"$$.Task.Token"}]}]}}"#,
    ),
    Action::new(
        &BATCH,
        "batch:submitJob",
        r#"{"JobName":"my-job","JobQueue":"my-job-queue","JobDefinition":"my-job-definition"}"#,
    )
    .job(),
    Action::new(
        &EKS,
        "eks:runJob",
        r#"{"ClusterName":"my-cluster","CertificateAuthority":"MY_CERTIFICATE_DATA","Endpoint":
"https://example.gr7.us-east-1.eks.amazonaws.com","LogOptions":{"RetrieveLogs":true},"Job":{"apiVersion":"batch/v1",
"kind":"Job","metadata":{"name":"my-job"},"spec":{"backoffLimit":0,"template":{"metadata":{"name":"my-job"},"spec":
{"containers":[{"name":"my-container","image":"my-image"}],"restartPolicy":"Never"}}}}}"#,
    )
    .job()
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &EKS,
        "eks:call",
        r#"{"ClusterName":"my-cluster","CertificateAuthority":"MY_CERTIFICATE_DATA","Endpoint":
"https://example.gr7.us-east-1.eks.amazonaws.com","Method":"GET","Path":"/api/v1/namespaces/default/pods"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &EKS,
        "eks:createCluster",
        r#"{"Name":"my-cluster","ResourcesVpcConfig":{"SubnetIds":["subnet-0123456789abcdef0","subnet-0fedcba9876543210"]},
"RoleArn":"arn:aws:iam::123456789012:role/my-cluster-role"}"#,
    )
    .job(),
    Action::new(&EKS, "eks:deleteCluster", CLUSTER).job(),
    Action::new(
        &EKS,
        "eks:createNodegroup",
        r#"{"ClusterName":"my-cluster","NodegroupName":"my-node-group","NodeRole":
"arn:aws:iam::123456789012:role/my-node-role","Subnets":["subnet-0123456789abcdef0"]}"#,
    )
    .job(),
    Action::new(&EKS, "eks:deleteNodegroup", NODE_GROUP).job(),
    Action::new(&EC2, "aws-sdk:ec2:describeInstances", INSTANCES).simulation(Simulation::AnswersInShape),
    Action::new(&EC2, "aws-sdk:ec2:startInstances", INSTANCES).simulation(Simulation::AnswersInShape),
    Action::new(&EC2, "aws-sdk:ec2:stopInstances", INSTANCES).simulation(Simulation::AnswersInShape),
    Action::new(&WORKERS, ACTIVITY, r#"{"input.$":"$"}"#),
];
