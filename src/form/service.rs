//! What the services of optimized integrations are called (developer guide, "Optimized integrations").

/// A service's own name by its name in a `Resource`; none for one that is not among them.
pub fn service_name(service: &str) -> Option<&'static str> {
    Some(match service.strip_prefix("aws-sdk:").unwrap_or(service) {
        "apigateway" => "Amazon API Gateway",
        "athena" => "Amazon Athena",
        "batch" => "AWS Batch",
        "bedrock" | "bedrockruntime" => "Amazon Bedrock",
        "codebuild" => "AWS CodeBuild",
        "databrew" => "AWS Glue DataBrew",
        "dynamodb" => "Amazon DynamoDB",
        "ecs" => "Amazon ECS",
        "eks" => "Amazon EKS",
        "elasticmapreduce" | "emr" => "Amazon EMR",
        "emr-containers" | "emrcontainers" => "Amazon EMR on EKS",
        "emr-serverless" | "emrserverless" => "Amazon EMR Serverless",
        "events" | "eventbridge" => "Amazon EventBridge",
        "glue" => "AWS Glue",
        "http" => "HTTP",
        "lambda" => "AWS Lambda",
        "mediaconvert" => "AWS Elemental MediaConvert",
        "s3" => "Amazon S3",
        "sagemaker" => "Amazon SageMaker",
        "sns" => "Amazon SNS",
        "sqs" => "Amazon SQS",
        "states" | "sfn" => "AWS Step Functions",
        _ => return None,
    })
}
