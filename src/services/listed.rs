//! What Step Functions makes of the services: those that it calls through the AWS SDK, those that it leaves out, those that
//! AWS has ended, and actions that it does not call.

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

/// Services whose SDK Step Functions does not have: those that are called at an address of the customer's own or over a
/// stream, and those that were never added (same page; `apigatewaymanagementapi` and its refusal are measured).
const LEFT_OUT: &str = "apigatewaymanagementapi cloudsearchdomain globalaccelerator importexport iotdataplane \
machinelearning mediastoredata neptunedata simpledb ssmguiconnect transcribestreaming";

/// Services that AWS has ended, so that no call of them succeeds any more ("AWS Product Lifecycle", and botocore, which has
/// no model of them any longer).
const ENDED: &str = "alexaforbusiness apptest codestar elasticinference elastictranscoder evidently finspace finspacedata \
honeycode iot1clickdevices iot1clickprojects iotanalytics iotevents ioteventsdata iotfleethub lookoutmetrics \
lookoutvision macie mobile opsworks opsworkscm panorama privatenetworks qldb qldbsession robomaker simspaceweaver sms \
tnb worklink";

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

/// Actions that Step Functions does not call, of services that it knows (same page, "Unsupported API actions for supported
/// services").
const UNSUPPORTED: &str = "applicationdiscovery:describeExportConfigurations applicationdiscovery:exportConfigurations \
bedrockagentruntime:invokeAgent bedrockagentruntime:invokeFlow \
bedrockagentruntime:invokeInlineAgent bedrockruntime:converseStream bedrockruntime:invokeModelWithResponseStream \
cloudwatchlogs:startLiveTail codedeploy:batchGetDeploymentInstances codedeploy:getDeploymentInstance \
codedeploy:listDeploymentInstances codedeploy:skipWaitTimeForInstanceTermination comprehendmedical:detectEntities \
directconnect:allocateConnectionOnInterconnect directconnect:describeConnectionLoa \
directconnect:describeConnectionsOnInterconnect directconnect:describeInterconnectLoa efs:createTags \
emr:describeJobFlows iot:attachPrincipalPolicy iot:detachPrincipalPolicy iot:listPolicyPrincipals \
iot:listPrincipalPolicies iotdeviceadvisor:listTestCases kinesis:subscribeToShard lambda:invokeAsync \
lambda:invokeWithResponseStream lexruntimev2:startConversation mediapackage:rotateChannelCredentials qbusiness:chat \
rdsdata:executeSql s3:selectObjectContent sagemakerruntime:invokeEndpointWithResponseStream shield:deleteSubscription \
sts:assumeRole sts:assumeRoleWithSAML sts:assumeRoleWithWebIdentity";

/// What Step Functions makes of a service of the AWS SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It calls it.
    Listed,
    /// It does not call it.
    LeftOut,
    /// AWS has ended it.
    Ended,
    /// It is not known whether it calls it: the list may be older than the service.
    Unlisted,
}

fn has(list: &str, name: &str) -> bool {
    list.split(' ').any(|known| known == name)
}

/// What Step Functions makes of a service, by its name in ARNs.
pub fn standing(service: &str) -> Standing {
    match () {
        () if has(ENDED, service) => Standing::Ended,
        () if has(LEFT_OUT, service) => Standing::LeftOut,
        () if has(SERVICES, service) => Standing::Listed,
        () => Standing::Unlisted,
    }
}

/// Whether Step Functions leaves out an action of a service that it calls: `sts`, `assumeRole`.
pub fn is_unsupported(service: &str, action: &str) -> bool {
    UNSUPPORTED.split(' ').filter_map(|known| known.split_once(':')).any(|known| known == (service, action))
}

/// The names of all services that Step Functions calls.
pub fn listed() -> impl Iterator<Item = &'static str> {
    SERVICES.split(' ')
}

/// The service that a person means: its own name, or what it is called otherwise.
pub fn named(words: &str) -> Option<&'static str> {
    let own = listed().find(|known| *known == words);
    own.or_else(|| OTHERWISE.iter().find(|(name, _)| *name == words).map(|(_, service)| *service))
}

/// What people call a service otherwise, without spaces: `cloudwatchlogs` is `logs`, too.
pub fn also_named(service: &str) -> impl Iterator<Item = &'static str> {
    OTHERWISE.iter().filter(move |(_, known)| *known == service).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::super::Services;
    use super::*;

    #[test]
    fn names_lead_to_services_of_the_list() {
        let mut sorted: Vec<&str> = listed().collect();
        assert!(sorted.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())));
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), listed().count());
        for (name, service) in OTHERWISE {
            assert!(has(SERVICES, service) && !has(SERVICES, name), "{name}");
        }
        for action in UNSUPPORTED.split(' ') {
            assert!(action.split_once(':').is_some_and(|(service, _)| has(SERVICES, service)), "{action}");
        }
        for service in LEFT_OUT.split(' ') {
            assert!(!has(SERVICES, service) && !has(ENDED, service), "{service}");
        }
    }

    #[test]
    fn the_table_has_every_service_that_is_listed_and_not_ended() {
        let services = Services::bundled();
        for name in listed() {
            assert_eq!(services.has(name), standing(name) == Standing::Listed, "{name}");
        }
    }
}
