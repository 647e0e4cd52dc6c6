//! Messages, events, APIs and other workflows.

use crate::asl::resource::Pattern;
use crate::palette::{Action, Category, Icon, Service, Simulation};

static SQS: Service = Service::new("Amazon SQS", "SQS", Category::Messaging, Icon::Queue);
static SNS: Service = Service::new("Amazon SNS", "SNS", Category::Messaging, Icon::Topic);
static EVENTBRIDGE: Service = Service::new("Amazon EventBridge", "EventBridge", Category::Messaging, Icon::Bus);
static SCHEDULER: Service = Service::new("Amazon EventBridge Scheduler", "Scheduler", Category::Messaging, Icon::Clock);
static STEP_FUNCTIONS: Service =
    Service::new("AWS Step Functions", "Step Functions", Category::Messaging, Icon::Workflow);
static API_GATEWAY: Service = Service::new("Amazon API Gateway", "API Gateway", Category::Messaging, Icon::Api);
static HTTP: Service = Service::new("HTTP endpoint", "HTTP", Category::Messaging, Icon::Globe);
static SES: Service = Service::new("Amazon SES", "SES", Category::Messaging, Icon::Mail);
static KINESIS: Service = Service::new("Amazon Kinesis Data Streams", "Kinesis", Category::Messaging, Icon::Stream);
static FIREHOSE: Service = Service::new("Amazon Data Firehose", "Firehose", Category::Messaging, Icon::Stream);

pub(super) static ACTIONS: &[Action] = &[
    Action::new(
        &SQS,
        "sqs:sendMessage",
        r#"{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/my-queue","MessageBody.$":"$"}"#,
    )
    .token(
        r#"{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/my-queue",
"MessageBody":{"input.$":"$","taskToken.$":"$$.Task.Token"}}"#,
    ),
    Action::new(
        &SQS,
        "aws-sdk:sqs:receiveMessage",
        r#"{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/my-queue","MaxNumberOfMessages":10}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &SQS,
        "aws-sdk:sqs:deleteMessage",
        r#"{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/my-queue","ReceiptHandle":"MY_RECEIPT_HANDLE"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(&SNS, "sns:publish", r#"{"TopicArn":"arn:aws:sns:us-east-1:123456789012:my-topic","Message.$":"$"}"#)
        .token(
            r#"{"TopicArn":"arn:aws:sns:us-east-1:123456789012:my-topic",
"Message":{"input.$":"$","taskToken.$":"$$.Task.Token"}}"#,
        ),
    Action::new(
        &EVENTBRIDGE,
        "events:putEvents",
        r#"{"Entries":[{"Detail.$":"$","DetailType":"MyDetailType","EventBusName":"default","Source":"my.source"}]}"#,
    )
    .token(
        r#"{"Entries":[{"Detail":{"input.$":"$","taskToken.$":"$$.Task.Token"},"DetailType":"MyDetailType",
"EventBusName":"default","Source":"my.source"}]}"#,
    ),
    Action::new(
        &SCHEDULER,
        "aws-sdk:scheduler:createSchedule",
        r#"{"Name":"my-schedule","ScheduleExpression":"rate(1 day)","FlexibleTimeWindow":{"Mode":"OFF"},"Target":
{"Arn":"arn:aws:lambda:us-east-1:123456789012:function:my-function",
"RoleArn":"arn:aws:iam::123456789012:role/my-schedule-role"}}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &STEP_FUNCTIONS,
        "states:startExecution",
        r#"{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:MyStateMachine","Input":
{"input.$":"$","AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$":"$$.Execution.Id"}}"#,
    )
    .job_and_token(
        &[Pattern::Sync2, Pattern::RequestResponse, Pattern::WaitForTaskToken],
        r#"{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:MyStateMachine","Input":
{"input.$":"$","taskToken.$":"$$.Task.Token","AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$":"$$.Execution.Id"}}"#,
    ),
    Action::new(
        &STEP_FUNCTIONS,
        "aws-sdk:sfn:startSyncExecution",
        r#"{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:MyExpressStateMachine",
"Input.$":"States.JsonToString($)"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &STEP_FUNCTIONS,
        "aws-sdk:sfn:sendTaskSuccess",
        r#"{"TaskToken.$":"$.taskToken","Output":"{}"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &API_GATEWAY,
        "apigateway:invoke",
        r#"{"ApiEndpoint":"example.execute-api.us-east-1.amazonaws.com","Method":"POST","Stage":"prod","Path":"orders",
"RequestBody.$":"$","AuthType":"IAM_ROLE"}"#,
    )
    .token(
        r#"{"ApiEndpoint":"example.execute-api.us-east-1.amazonaws.com","Method":"POST","Stage":"prod","Path":"orders",
"Headers":{"TaskToken.$":"States.Array($$.Task.Token)"},"RequestBody.$":"$","AuthType":"IAM_ROLE"}"#,
    ),
    Action::new(
        &HTTP,
        "http:invoke",
        r#"{"ApiEndpoint":"https://api.example.com/orders","Method":"POST","Authentication":
{"ConnectionArn":"arn:aws:events:us-east-1:123456789012:connection/my-connection/00000000-0000-0000-0000-000000000000"},
"RequestBody.$":"$"}"#,
    ),
    Action::new(
        &SES,
        "aws-sdk:sesv2:sendEmail",
        r#"{"FromEmailAddress":"sender@example.com","Destination":{"ToAddresses":["recipient@example.com"]},"Content":
{"Simple":{"Subject":{"Data":"Hello"},"Body":{"Text":{"Data":"What I wanted to tell you"}}}}}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &KINESIS,
        "aws-sdk:kinesis:putRecord",
        r#"{"StreamName":"my-stream","PartitionKey.$":"$$.Execution.Name","Data.$":"States.JsonToString($)"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &KINESIS,
        "aws-sdk:kinesis:putRecords",
        r#"{"StreamName":"my-stream","Records":[{"PartitionKey.$":"$$.Execution.Name","Data.$":"States.JsonToString($)"}]}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &FIREHOSE,
        "aws-sdk:firehose:putRecord",
        r#"{"DeliveryStreamName":"my-stream","Record":{"Data.$":"States.JsonToString($)"}}"#,
    )
    .simulation(Simulation::AnswersInShape),
];
