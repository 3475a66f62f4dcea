using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "F1")]
public class JobCodeIsInItsRegionTests
{
    private static readonly JobCodeIsInItsRegion Rule = new();

    public static TheoryData<string, string, string> Jobs => new()
    {
        { "aws:glue/job:Job", "command/scriptLocation", "s3://code-{0}/job.py" },
        { "aws:glue/job:Job", "defaultArguments/--extra-jars", "s3://code-{0}/one.jar,s3://code-{0}/two.jar" },
        { "aws:kinesisanalyticsv2/application:Application",
            "applicationConfiguration/applicationCodeConfiguration/codeContent/s3ContentLocation/bucketArn", "arn:aws:s3:::code-{0}" },
        { "aws:mwaa/environment:Environment", "sourceBucketArn", "arn:aws:s3:::code-{0}" },
        { "aws:emr/cluster:Cluster", "steps/0/hadoopJarStep/jar", "s3://code-{0}/job.jar" },
        { "aws:emr/cluster:Cluster", "bootstrapActions/0/path", "s3://code-{0}/install.sh" },
        { "kubernetes:flink.apache.org/v1beta1:FlinkDeployment", "spec/job/jarURI", "s3://code-{0}/job.jar" },
        { "kubernetes:sparkoperator.k8s.io/v1beta2:SparkApplication", "spec/mainApplicationFile", "s3a://code-{0}/job.py" },
        { "kubernetes:sparkoperator.k8s.io/v1beta2:ScheduledSparkApplication", "spec/template/mainApplicationFile", "s3a://code-{0}/job.py" },
    };

    [Theory]
    [MemberData(nameof(Jobs))]
    public void CodeInTheRegionOfTheJob_IsCompliant(string type, string property, string place) =>
        Assert.Empty(Graph(type, property, string.Format(null, place, "west")).Violations(Rule));

    [Theory]
    [MemberData(nameof(Jobs))]
    public void CodeInAnotherRegion_IsAViolation(string type, string property, string place) => Assert.Equal(
        ["job: it runs in eu-central-1, but starts from code-east in eu-west-1"], Graph(type, property, string.Format(null, place, "east")).Violations(Rule));

    [Theory]
    [InlineData("s3://of-others/job.py")]
    [InlineData("job.py")]
    public void CodeElsewhere_IsNotJudged(string place)
    {
        Assert.Empty(Graph("aws:glue/job:Job", "command/scriptLocation", place).Violations(Rule));
        Assert.Empty(Graph("aws:glue/job:Job", "command/scriptLocation", place).Unknown(Rule));
    }

    [Fact]
    public void PlaceIsNotKnown_IsUnknown() => Assert.Equal(
        ["job: command.scriptLocation"], Graph("aws:glue/job:Job", "command/scriptLocation", "?").Unknown(Rule));

    [Fact]
    public void Waived_IsNotReported() => Assert.Empty(Graph("aws:glue/job:Job", "command/scriptLocation", "s3://code-east/job.py").Violations(
        Rule, RecoverySettingsFile.Parse(
            "waivers: [{ rule: job-code-is-in-its-region, urn: '*::job', reason: copied at need, owner: me, expires: 2027-01-01 }]", "recovery.yaml")));

    private static TestGraph Graph(string type, string property, string place)
    {
        var graph = new TestGraph().Cluster("west", "eu-central-1")
            .Add("aws:s3/bucket:Bucket", "code-east", """{ "bucket": "code-east" }""")
            .Add("aws:s3/bucket:Bucket", "code-west", """{ "bucket": "code-west" }""", "eu-central-1");
        const string Frame = """
            "command": {}, "defaultArguments": {}, "steps": [{ "hadoopJarStep": {} }], "bootstrapActions": [{}], "runtimeEnvironment": "FLINK-1_20",
            "applicationConfiguration": { "applicationCodeConfiguration": { "codeContent": { "s3ContentLocation": {} } } }
            """;
        var part = type.Contains("Scheduled", StringComparison.Ordinal) ? "template" : "job";
        return (type.StartsWith("kubernetes:", StringComparison.Ordinal)
            ? graph.Object(type, "job", $$""" "spec": { "{{part}}": {} } """, "west")
            : graph.Add(type, "job", $$"""{ "name": "job", {{Frame}} }""", "eu-central-1")).With("job", property, place);
    }
}
