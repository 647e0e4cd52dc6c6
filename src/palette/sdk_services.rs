//! The services of the AWS SDK integration.

/// Names as they stand in `arn:aws:states:::aws-sdk:NAME:action` (developer guide, "Learning to use AWS service SDK
/// integrations in Step Functions", "Supported AWS SDK service integrations", as of 2025). AWS adds some each year: a name
/// that is not here may be right.
const SERVICES: &str = "accessanalyzer account acm acmpca amp amplify amplifybackend amplifyuibuilder apigateway apigatewayv2 \
appconfig appconfigdata appfabric appflow appintegrations applicationautoscaling applicationcostprofiler \
applicationdiscovery applicationinsights applicationsignals appmesh apprunner appstream appsync apptest arczonalshift \
athena auditmanager autoscaling autoscalingplans b2bi backup backupgateway backupsearch batch bcmdataexports \
bcmpricingcalculator bedrock bedrockagent bedrockagentruntime bedrockdataautomation bedrockdataautomationruntime \
bedrockruntime billing billingconductor braket budgets chime chimesdkidentity chimesdkmediapipelines chimesdkmeetings \
chimesdkmessaging chimesdkvoice cleanrooms cleanroomsml cloud9 cloudcontrol clouddirectory cloudformation cloudfront \
cloudfrontkeyvaluestore cloudhsm cloudhsmv2 cloudsearch cloudtrail cloudtraildata cloudwatch cloudwatchlogs codeartifact \
codebuild codecatalyst codecommit codeconnections codedeploy codeguruprofiler codegurureviewer codegurusecurity \
codepipeline codestarconnections codestarnotifications cognitoidentity cognitoidentityprovider cognitosync comprehend \
comprehendmedical computeoptimizer config connect connectcampaigns connectcampaignsv2 connectcases connectcontactlens \
connectparticipant controlcatalog controltower costandusagereport costexplorer costoptimizationhub customerprofiles \
databasemigration databrew dataexchange datapipeline datasync datazone dax deadline detective devicefarm devopsguru \
directconnect directory directoryservicedata dlm docdb docdbelastic drs dsql dynamodb dynamodbstreams ebs ec2 \
ec2instanceconnect ecr ecrpublic ecs efs eks eksauth elasticache elasticbeanstalk elasticinference elasticloadbalancing \
elasticloadbalancingv2 elasticsearch elastictranscoder emr emrcontainers emrserverless entityresolution eventbridge \
evidently finspace finspacedata firehose fis fms forecast forecastquery frauddetector freetier fsx gamelift geomaps \
geoplaces georoutes glacier glue grafana greengrass greengrassv2 groundstation guardduty health healthlake honeycode iam \
identitystore imagebuilder inspector inspector2 inspectorscan internetmonitor invoicing iot iotanalytics \
iotdeviceadvisor iotevents ioteventsdata iotfleethub iotfleetwise iotjobsdataplane iotsecuretunneling iotsitewise \
iotthingsgraph iottwinmaker iotwireless ivs ivschat ivsrealtime kafka kafkaconnect kendra kendraranking keyspaces kinesis \
kinesisanalytics kinesisanalyticsv2 kinesisvideo kinesisvideoarchivedmedia kinesisvideomedia kinesisvideosignaling \
kinesisvideowebrtcstorage kms lakeformation lambda launchwizard lexmodelbuilding lexmodelsv2 lexruntime lexruntimev2 \
licensemanager licensemanagerlinuxsubscriptions licensemanagerusersubscriptions lightsail location lookoutequipment \
lookoutmetrics lookoutvision m2 macie2 mailmanager managedblockchain managedblockchainquery marketplacecatalog \
marketplacecommerceanalytics marketplaceentitlement marketplacemetering marketplacereporting mediaconnect mediaconvert \
medialive mediapackage mediapackagev2 mediapackagevod mediastore mediatailor medicalimaging memorydb mgn migrationhub \
migrationhubconfig migrationhuborchestrator migrationhubrefactorspaces migrationhubstrategy mq mturk mwaa neptune \
neptunegraph networkfirewall networkflowmonitor networkmanager networkmonitor notificationscontacts oam \
observabilityadmin omics opensearch opensearchserverless opsworks opsworkscm organizations osis outposts panorama \
partnercentralselling paymentcryptography paymentcryptographydata pcaconnectorad pcaconnectorscep pcs personalize \
personalizeevents personalizeruntime pi pinpoint pinpointemail pinpointsmsvoice pinpointsmsvoicev2 pipes polly pricing \
privatenetworks proton qapps qbusiness qconnect qldb qldbsession quicksight ram rbin rds rdsdata redshift redshiftdata \
redshiftserverless rekognition repostspace resiliencehub resourceexplorer2 resourcegroups resourcegroupstaggingapi \
robomaker rolesanywhere route53 route53domains route53profiles route53recoverycluster route53recoverycontrolconfig \
route53recoveryreadiness route53resolver rum s3 s3control s3outposts s3tables sagemaker sagemakera2iruntime \
sagemakeredge sagemakerfeaturestoreruntime sagemakergeospatial sagemakermetrics sagemakerruntime savingsplans scheduler \
schemas secretsmanager securityhub securityir securitylake serverlessapplicationrepository servicecatalog \
servicecatalogappregistry servicediscovery servicequotas ses sesv2 sfn shield signer simspaceweaver sms snowball \
snowdevicemanagement sns socialmessaging sqs ssm ssmcontacts ssmincidents ssmquicksetup ssmsap sso ssoadmin ssooidc \
storagegateway sts supplychain support supportapp swf synthetics taxsettings textract timestreaminfluxdb \
timestreamquery timestreamwrite tnb transcribe transfer translate trustedadvisor verifiedpermissions voiceid vpclattice \
waf wafregional wafv2 wellarchitected wisdom workdocs workmail workmailmessageflow workspaces workspacesthinclient \
workspacesweb xray";

/// What people call a service otherwise, without spaces.
const OTHERWISE: [(&str, &str); 22] = [
    ("accessmanagement", "iam"),
    ("aurora", "rds"),
    ("cognito", "cognitoidentityprovider"),
    ("dms", "databasemigration"),
    ("elb", "elasticloadbalancingv2"),
    ("elasticmapreduce", "emr"),
    ("emroneks", "emrcontainers"),
    ("eventbridgepipes", "pipes"),
    ("eventbridgescheduler", "scheduler"),
    ("events", "eventbridge"),
    ("kinesisfirehose", "firehose"),
    ("logs", "cloudwatchlogs"),
    ("macie", "macie2"),
    ("monitoring", "cloudwatch"),
    ("msk", "kafka"),
    ("parameterstore", "ssm"),
    ("prometheus", "amp"),
    ("securitytokenservice", "sts"),
    ("states", "sfn"),
    ("stepfunctions", "sfn"),
    ("systemsmanager", "ssm"),
    ("emailservice", "sesv2"),
];

/// Actions that Step Functions does not call, of services that it knows (same page, "Unsupported operations").
const UNSUPPORTED: &str = "bedrockagentruntime:invokeAgent bedrockagentruntime:invokeFlow \
bedrockagentruntime:invokeInlineAgent bedrockruntime:converseStream bedrockruntime:invokeModelWithResponseStream \
cloudwatchlogs:startLiveTail emr:describeJobFlows kinesis:subscribeToShard lambda:invokeAsync \
lambda:invokeWithResponseStream lexruntimev2:startConversation qbusiness:chat rdsdata:executeSql s3:selectObjectContent \
sagemakerruntime:invokeEndpointWithResponseStream sts:assumeRole sts:assumeRoleWithSAML sts:assumeRoleWithWebIdentity";

/// Whether the list has a service.
pub(super) fn is_known(service: &str) -> bool {
    SERVICES.split(' ').any(|known| known == service)
}

/// Whether an action is known to be missing: `sts:assumeRole`.
pub(super) fn is_unsupported(action: &str) -> bool {
    UNSUPPORTED.split(' ').any(|known| known == action)
}

/// The service that a person means: its own name, or what it is called otherwise.
pub(super) fn named(words: &str) -> Option<&'static str> {
    let own = SERVICES.split(' ').find(|known| *known == words);
    own.or_else(|| OTHERWISE.iter().find(|(name, _)| *name == words).map(|(_, service)| *service))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_services_of_the_list() {
        let mut sorted: Vec<&str> = SERVICES.split(' ').collect();
        assert!(sorted.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())));
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), SERVICES.split(' ').count());
        for (name, service) in OTHERWISE {
            assert!(is_known(service) && !is_known(name), "{name}");
        }
        for action in UNSUPPORTED.split(' ') {
            assert!(action.split_once(':').is_some_and(|(service, _)| is_known(service)), "{action}");
        }
    }
}
