//! Queries and big data.

use crate::palette::{Action, Category, Icon, Service, Simulation};

static ATHENA: Service = Service::new("Amazon Athena", "Athena", Category::Analytics, Icon::Query);
static GLUE: Service = Service::new("AWS Glue", "Glue", Category::Analytics, Icon::Transform);
static DATABREW: Service = Service::new("AWS Glue DataBrew", "DataBrew", Category::Analytics, Icon::Transform);
static EMR: Service = Service::new("Amazon EMR", "EMR", Category::Analytics, Icon::Cluster);
static EMR_CONTAINERS: Service = Service::new("Amazon EMR on EKS", "EMR on EKS", Category::Analytics, Icon::Cluster);
static EMR_SERVERLESS: Service =
    Service::new("Amazon EMR Serverless", "EMR Serverless", Category::Analytics, Icon::Cluster);

const QUERY_EXECUTION: &str = r#"{"QueryExecutionId":"MY_QUERY_EXECUTION_ID"}"#;

const APPLICATION: &str = r#"{"ApplicationId":"MY_APPLICATION_ID"}"#;

pub(super) static ACTIONS: &[Action] = &[
    Action::new(
        &ATHENA,
        "athena:startQueryExecution",
        r#"{"QueryString":"SELECT * FROM my_table LIMIT 10","WorkGroup":"primary","ResultConfiguration":
{"OutputLocation":"s3://my-bucket/my-results/"}}"#,
    )
    .job(),
    Action::new(&ATHENA, "athena:getQueryResults", QUERY_EXECUTION),
    Action::new(&ATHENA, "athena:getQueryExecution", QUERY_EXECUTION),
    Action::new(&ATHENA, "athena:stopQueryExecution", QUERY_EXECUTION),
    Action::new(&GLUE, "glue:startJobRun", r#"{"JobName":"my-job"}"#).job(),
    Action::new(&GLUE, "aws-sdk:glue:startCrawler", r#"{"Name":"my-crawler"}"#).simulation(Simulation::AnswersInShape),
    Action::new(&DATABREW, "databrew:startJobRun", r#"{"Name":"my-job"}"#).job(),
    Action::new(
        &EMR,
        "elasticmapreduce:createCluster",
        r#"{"Name":"my-cluster","ReleaseLabel":"emr-7.5.0","Applications":[{"Name":"Spark"}],"ServiceRole":
"EMR_DefaultRole","JobFlowRole":"EMR_EC2_DefaultRole","LogUri":"s3://my-bucket/logs/","Instances":
{"KeepJobFlowAliveWhenNoSteps":true,"InstanceFleets":[{"InstanceFleetType":"MASTER","Name":"Primary",
"TargetOnDemandCapacity":1,"InstanceTypeConfigs":[{"InstanceType":"m5.xlarge"}]}]}}"#,
    )
    .job(),
    Action::new(
        &EMR,
        "elasticmapreduce:addStep",
        r#"{"ClusterId":"MY_CLUSTER_ID","Step":{"Name":"my-step","ActionOnFailure":"CONTINUE","HadoopJarStep":
{"Jar":"command-runner.jar","Args":["spark-submit","s3://my-bucket/my-script.py"]}}}"#,
    )
    .job(),
    Action::new(&EMR, "elasticmapreduce:terminateCluster", r#"{"ClusterId":"MY_CLUSTER_ID"}"#).job(),
    Action::new(
        &EMR_CONTAINERS,
        "emr-containers:startJobRun",
        r#"{"Name":"my-job","VirtualClusterId":"MY_VIRTUAL_CLUSTER_ID","ExecutionRoleArn":
"arn:aws:iam::123456789012:role/my-job-role","ReleaseLabel":"emr-7.5.0-latest","JobDriver":{"SparkSubmitJobDriver":
{"EntryPoint":"s3://my-bucket/my-script.py","SparkSubmitParameters":"--conf spark.executor.instances=2"}}}"#,
    )
    .job(),
    Action::new(
        &EMR_CONTAINERS,
        "emr-containers:createVirtualCluster",
        r#"{"Name":"my-virtual-cluster","ContainerProvider":{"Id":"my-eks-cluster","Type":"EKS","Info":{"EksInfo":
{"Namespace":"my-namespace"}}}}"#,
    ),
    Action::new(&EMR_CONTAINERS, "emr-containers:deleteVirtualCluster", r#"{"Id":"MY_VIRTUAL_CLUSTER_ID"}"#).job(),
    Action::new(
        &EMR_SERVERLESS,
        "emr-serverless:startJobRun",
        r#"{"ApplicationId":"MY_APPLICATION_ID","ExecutionRoleArn":"arn:aws:iam::123456789012:role/my-job-role","JobDriver":
{"SparkSubmit":{"EntryPoint":"s3://my-bucket/my-script.py","SparkSubmitParameters":
"--conf spark.executor.instances=2"}}}"#,
    )
    .job(),
    Action::new(
        &EMR_SERVERLESS,
        "emr-serverless:createApplication",
        r#"{"Name":"my-application","ReleaseLabel":"emr-7.5.0","Type":"SPARK"}"#,
    )
    .job(),
    Action::new(&EMR_SERVERLESS, "emr-serverless:startApplication", APPLICATION).job(),
    Action::new(&EMR_SERVERLESS, "emr-serverless:stopApplication", APPLICATION).job(),
    Action::new(&EMR_SERVERLESS, "emr-serverless:deleteApplication", APPLICATION).job(),
];
