//! Building, media, and running what is there.

use crate::palette::{Action, Category, Icon, Service, Simulation};

static CODEBUILD: Service = Service::new("AWS CodeBuild", "CodeBuild", Category::Operations, Icon::Build);
static CODEPIPELINE: Service = Service::new("AWS CodePipeline", "CodePipeline", Category::Operations, Icon::Build);
static CLOUDFORMATION: Service =
    Service::new("AWS CloudFormation", "CloudFormation", Category::Operations, Icon::Build);
static MEDIACONVERT: Service =
    Service::new("AWS Elemental MediaConvert", "MediaConvert", Category::Operations, Icon::Film);
static CLOUDWATCH: Service = Service::new("Amazon CloudWatch", "CloudWatch", Category::Operations, Icon::Chart);
static SYSTEMS_MANAGER: Service = Service::new("AWS Systems Manager", "SSM", Category::Operations, Icon::Setting);
static COGNITO: Service = Service::new("Amazon Cognito", "Cognito", Category::Operations, Icon::Person);
static STS: Service = Service::new("AWS STS", "STS", Category::Operations, Icon::Key);

pub(super) static ACTIONS: &[Action] = &[
    Action::new(&CODEBUILD, "codebuild:startBuild", r#"{"ProjectName":"my-project"}"#).job(),
    Action::new(&CODEBUILD, "codebuild:startBuildBatch", r#"{"ProjectName":"my-project"}"#).job(),
    Action::new(&CODEBUILD, "codebuild:stopBuild", r#"{"Id":"MY_BUILD_ID"}"#).simulation(Simulation::AnswersInShape),
    Action::new(&CODEPIPELINE, "aws-sdk:codepipeline:startPipelineExecution", r#"{"Name":"my-pipeline"}"#)
        .simulation(Simulation::AnswersInShape),
    Action::new(
        &CLOUDFORMATION,
        "aws-sdk:cloudformation:createStack",
        r#"{"StackName":"my-stack","TemplateURL":"https://my-bucket.s3.us-east-1.amazonaws.com/my-template.yaml"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &MEDIACONVERT,
        "mediaconvert:createJob",
        r#"{"Role":"arn:aws:iam::123456789012:role/my-media-role","JobTemplate":"my-job-template","Settings":{"Inputs":
[{"FileInput":"s3://my-bucket/my-film.mp4"}]}}"#,
    )
    .job(),
    Action::new(
        &CLOUDWATCH,
        "aws-sdk:cloudwatch:putMetricData",
        r#"{"Namespace":"MyNamespace","MetricData":[{"MetricName":"MyMetric","Value":1,"Unit":"Count"}]}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &SYSTEMS_MANAGER,
        "aws-sdk:ssm:sendCommand",
        r#"{"DocumentName":"AWS-RunShellScript","InstanceIds":["i-0123456789abcdef0"],"Parameters":{"commands":["uptime"]}}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &COGNITO,
        "aws-sdk:cognitoidentityprovider:adminCreateUser",
        r#"{"UserPoolId":"us-east-1_EXAMPLE","Username":"new.user@example.com"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(&STS, "aws-sdk:sts:getCallerIdentity", "{}"),
];
