//! Machine learning and artificial intelligence.

use crate::palette::{Action, Category, Icon, Service, Simulation};

static BEDROCK: Service = Service::new("Amazon Bedrock", "Bedrock", Category::Learning, Icon::Chat);
static SAGEMAKER: Service = Service::new("Amazon SageMaker AI", "SageMaker", Category::Learning, Icon::Model);
static COMPREHEND: Service = Service::new("Amazon Comprehend", "Comprehend", Category::Learning, Icon::Text);
static TEXTRACT: Service = Service::new("Amazon Textract", "Textract", Category::Learning, Icon::Text);
static TRANSLATE: Service = Service::new("Amazon Translate", "Translate", Category::Learning, Icon::Text);
static REKOGNITION: Service = Service::new("Amazon Rekognition", "Rekognition", Category::Learning, Icon::Image);
static TRANSCRIBE: Service = Service::new("Amazon Transcribe", "Transcribe", Category::Learning, Icon::Voice);
static POLLY: Service = Service::new("Amazon Polly", "Polly", Category::Learning, Icon::Voice);

pub(super) static ACTIONS: &[Action] = &[
    Action::new(
        &BEDROCK,
        "bedrock:invokeModel",
        r#"{"ModelId":"amazon.nova-lite-v1:0","Body":{"messages":[{"role":"user","content":[{"text":"Say hello"}]}],
"inferenceConfig":{"maxTokens":500}}}"#,
    ),
    Action::new(
        &BEDROCK,
        "aws-sdk:bedrockruntime:converse",
        r#"{"ModelId":"amazon.nova-lite-v1:0","Messages":[{"Role":"user","Content":[{"Text":"Say hello"}]}]}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &BEDROCK,
        "bedrock:createModelCustomizationJob",
        r#"{"JobName":"my-job","CustomModelName":"my-model","BaseModelIdentifier":
"arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0:300k","RoleArn":"arn:aws:iam::123456789012:role/my-model-role","HyperParameters":{"epochCount":"1"},"TrainingDataConfig":
{"S3Uri":"s3://my-bucket/training.jsonl"},"OutputDataConfig":{"S3Uri":"s3://my-bucket/output/"}}"#,
    )
    .job(),
    Action::new(
        &SAGEMAKER,
        "sagemaker:createTrainingJob",
        r#"{"TrainingJobName.$":"$$.Execution.Name","RoleArn":"arn:aws:iam::123456789012:role/my-model-role",
"AlgorithmSpecification":{"TrainingImage":"123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:latest",
"TrainingInputMode":"File"},"InputDataConfig":[{"ChannelName":"train","DataSource":{"S3DataSource":{"S3DataType":
"S3Prefix","S3Uri":"s3://my-bucket/train/","S3DataDistributionType":"FullyReplicated"}}}],"OutputDataConfig":
{"S3OutputPath":"s3://my-bucket/models/"},"ResourceConfig":{"InstanceCount":1,"InstanceType":"ml.m5.large",
"VolumeSizeInGB":10},"StoppingCondition":{"MaxRuntimeInSeconds":3600}}"#,
    )
    .job(),
    Action::new(
        &SAGEMAKER,
        "sagemaker:createProcessingJob",
        r#"{"ProcessingJobName.$":"$$.Execution.Name","RoleArn":"arn:aws:iam::123456789012:role/my-model-role",
"AppSpecification":{"ImageUri":"123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:latest"},"ProcessingResources":
{"ClusterConfig":{"InstanceCount":1,"InstanceType":"ml.m5.large","VolumeSizeInGB":10}}}"#,
    )
    .job(),
    Action::new(
        &SAGEMAKER,
        "sagemaker:createTransformJob",
        r#"{"TransformJobName.$":"$$.Execution.Name","ModelName":"my-model","TransformInput":{"DataSource":{"S3DataSource":
{"S3DataType":"S3Prefix","S3Uri":"s3://my-bucket/input/"}}},"TransformOutput":{"S3OutputPath":
"s3://my-bucket/output/"},"TransformResources":{"InstanceCount":1,"InstanceType":"ml.m5.large"}}"#,
    )
    .job(),
    Action::new(
        &SAGEMAKER,
        "sagemaker:createModel",
        r#"{"ModelName":"my-model","ExecutionRoleArn":"arn:aws:iam::123456789012:role/my-model-role","PrimaryContainer":
{"Image":"123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:latest","ModelDataUrl":
"s3://my-bucket/models/model.tar.gz"}}"#,
    ),
    Action::new(
        &SAGEMAKER,
        "sagemaker:createEndpointConfig",
        r#"{"EndpointConfigName":"my-endpoint-config","ProductionVariants":[{"VariantName":"AllTraffic","ModelName":
"my-model","InitialInstanceCount":1,"InstanceType":"ml.m5.large"}]}"#,
    ),
    Action::new(
        &SAGEMAKER,
        "sagemaker:createEndpoint",
        r#"{"EndpointName":"my-endpoint","EndpointConfigName":"my-endpoint-config"}"#,
    ),
    Action::new(
        &SAGEMAKER,
        "aws-sdk:sagemakerruntime:invokeEndpoint",
        r#"{"EndpointName":"my-endpoint","ContentType":"application/json","Body.$":"States.JsonToString($)"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &COMPREHEND,
        "aws-sdk:comprehend:detectSentiment",
        r#"{"Text":"What a lovely day","LanguageCode":"en"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &TEXTRACT,
        "aws-sdk:textract:analyzeDocument",
        r#"{"Document":{"S3Object":{"Bucket":"my-bucket","Name":"my-document.pdf"}},"FeatureTypes":["FORMS","TABLES"]}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &TRANSLATE,
        "aws-sdk:translate:translateText",
        r#"{"Text":"Hello","SourceLanguageCode":"auto","TargetLanguageCode":"es"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &REKOGNITION,
        "aws-sdk:rekognition:detectLabels",
        r#"{"Image":{"S3Object":{"Bucket":"my-bucket","Name":"my-image.jpg"}},"MaxLabels":10}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &TRANSCRIBE,
        "aws-sdk:transcribe:startTranscriptionJob",
        r#"{"TranscriptionJobName.$":"$$.Execution.Name","IdentifyLanguage":true,"Media":
{"MediaFileUri":"s3://my-bucket/my-recording.mp3"}}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &POLLY,
        "aws-sdk:polly:startSpeechSynthesisTask",
        r#"{"Text":"Hello","VoiceId":"Joanna","OutputFormat":"mp3","OutputS3BucketName":"my-bucket"}"#,
    )
    .simulation(Simulation::AnswersInShape),
];
