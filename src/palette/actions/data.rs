//! Tables, files, databases, settings and secrets.

use crate::palette::{Action, Category, Icon, Service, Simulation};

static DYNAMODB: Service = Service::new("Amazon DynamoDB", "DynamoDB", Category::Data, Icon::Table);
static S3: Service = Service::new("Amazon S3", "S3", Category::Data, Icon::Bucket);
static RDS_DATA: Service = Service::new("Amazon RDS Data API", "RDS Data", Category::Data, Icon::Database);
static REDSHIFT_DATA: Service =
    Service::new("Amazon Redshift Data API", "Redshift Data", Category::Data, Icon::Database);
static SECRETS_MANAGER: Service = Service::new("AWS Secrets Manager", "Secrets Manager", Category::Data, Icon::Key);
static SYSTEMS_MANAGER: Service = Service::new("AWS Systems Manager", "SSM", Category::Data, Icon::Setting);

const KEY: &str = r#"{"TableName":"my-table","Key":{"pk":{"S":"my-key"}}}"#;

const OBJECT: &str = r#"{"Bucket":"my-bucket","Key":"my-key.json"}"#;

pub(super) static ACTIONS: &[Action] = &[
    Action::new(&DYNAMODB, "dynamodb:getItem", KEY),
    Action::new(
        &DYNAMODB,
        "dynamodb:putItem",
        r#"{"TableName":"my-table","Item":{"pk":{"S":"my-key"},"status":{"S":"NEW"}}}"#,
    ),
    Action::new(
        &DYNAMODB,
        "dynamodb:updateItem",
        r##"{"TableName":"my-table","Key":{"pk":{"S":"my-key"}},"UpdateExpression":"SET #status = :status",
"ExpressionAttributeNames":{"#status":"status"},"ExpressionAttributeValues":{":status":{"S":"DONE"}}}"##,
    ),
    Action::new(&DYNAMODB, "dynamodb:deleteItem", KEY),
    Action::new(
        &DYNAMODB,
        "aws-sdk:dynamodb:query",
        r#"{"TableName":"my-table","KeyConditionExpression":"pk = :pk","ExpressionAttributeValues":{":pk":{"S":"my-key"}}}"#,
    ),
    Action::new(&DYNAMODB, "aws-sdk:dynamodb:scan", r#"{"TableName":"my-table","Limit":100}"#),
    Action::new(
        &DYNAMODB,
        "aws-sdk:dynamodb:batchWriteItem",
        r#"{"RequestItems":{"my-table":[{"PutRequest":{"Item":{"pk":{"S":"my-key"}}}}]}}"#,
    ),
    Action::new(
        &DYNAMODB,
        "aws-sdk:dynamodb:batchGetItem",
        r#"{"RequestItems":{"my-table":{"Keys":[{"pk":{"S":"my-key"}}]}}}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &DYNAMODB,
        "aws-sdk:dynamodb:transactWriteItems",
        r#"{"TransactItems":[{"Put":{"TableName":"my-table","Item":{"pk":{"S":"my-key"}}}}]}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(&S3, "aws-sdk:s3:getObject", OBJECT).simulation(Simulation::ReadsFiles),
    Action::new(
        &S3,
        "aws-sdk:s3:putObject",
        r#"{"Bucket":"my-bucket","Key":"my-key.json","Body.$":"$","ContentType":"application/json"}"#,
    ),
    Action::new(&S3, "aws-sdk:s3:listObjectsV2", r#"{"Bucket":"my-bucket","Prefix":"my-prefix/"}"#),
    Action::new(
        &S3,
        "aws-sdk:s3:copyObject",
        r#"{"Bucket":"my-bucket","Key":"my-copy.json","CopySource":"my-bucket/my-key.json"}"#,
    )
    .simulation(Simulation::ReadsFiles),
    Action::new(&S3, "aws-sdk:s3:headObject", OBJECT).simulation(Simulation::ReadsFiles),
    Action::new(&S3, "aws-sdk:s3:deleteObject", OBJECT),
    Action::new(
        &RDS_DATA,
        "aws-sdk:rdsdata:executeStatement",
        r#"{"ResourceArn":"arn:aws:rds:us-east-1:123456789012:cluster:my-cluster","SecretArn":
"arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret","Database":"my_database","Sql":"SELECT 1"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(
        &REDSHIFT_DATA,
        "aws-sdk:redshiftdata:executeStatement",
        r#"{"WorkgroupName":"my-workgroup","Database":"my_database","Sql":"SELECT 1"}"#,
    )
    .simulation(Simulation::AnswersInShape),
    Action::new(&SECRETS_MANAGER, "aws-sdk:secretsmanager:getSecretValue", r#"{"SecretId":"my-secret"}"#),
    Action::new(&SYSTEMS_MANAGER, "aws-sdk:ssm:getParameter", r#"{"Name":"/my/parameter","WithDecryption":true}"#),
    Action::new(
        &SYSTEMS_MANAGER,
        "aws-sdk:ssm:putParameter",
        r#"{"Name":"/my/parameter","Value":"my value","Type":"String","Overwrite":true}"#,
    ),
];
