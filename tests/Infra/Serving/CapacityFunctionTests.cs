using DrInfra.Infra.Operations;
using DrInfra.Infra.Serving;
using Pulumi;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Serving;

public class CapacityFunctionTests
{
    private const string Function = "aws:lambda/function:Function";

    [Fact]
    public async Task Function_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int> { ["Function"] = 1, ["Role"] = 1, ["RolePolicy"] = 1, ["LogGroup"] = 1, ["BucketObjectv2"] = 1 },
        CountsWithoutOperations(await StandbyAsync(Declare)));

    // The plan is in the primary's stack and names the functions of both Regions by what can be computed.
    [Fact]
    public async Task Function_HasTheNameThatPlansCompute()
    {
        string? arn = null;
        var declared = await StandbyAsync(fixture =>
        {
            Declare(fixture);
            arn = CapacityFunction.ArnIn(fixture.Region, fixture.Workload);
        });

        Assert.Equal("drinfra-main-ledger-capacity-eu-central-1", declared.Single(Function)["name"]);
        Assert.Equal("arn:aws:lambda:eu-central-1:123456789012:function:drinfra-main-ledger-capacity-eu-central-1", arn);
    }

    [Fact]
    public async Task Function_RunsTheCodeOfItsOwnRegionsBucket()
    {
        var declared = await StandbyAsync(Declare);

        var code = CodeArchive.Of("capacity.py", "capacity.py");
        var file = declared.Single("aws:s3/bucketObjectv2:BucketObjectv2");
        Assert.Equal(code.Base64, file["contentBase64"]);
        Assert.Equal($"code/ledger/capacity-{code.Digest}.zip", file["key"]);
        Assert.Equal("operations-bucket-eu-central-1-id", file["bucket"]);
        var function = declared.Single(Function);
        Assert.Equal(file["key"], function["s3Key"]);
        Assert.Equal("operations-bucket-eu-central-1-id", function["s3Bucket"]);
        Assert.Equal("capacity.handler", function["handler"]);
        Assert.Equal("python3.13", function["runtime"]);
        Assert.Equal(300.0, function["timeout"]);
        Assert.Equal("/dr/main/ledger", function["environment.variables.MANIFEST"]);
        Assert.Equal("drinfra-main-ledger-eu-central-1", function["environment.variables.GROUP"]);
        Assert.Null(function["reservedConcurrentExecutions"]);
        Assert.Contains("::aws-eu-central-1::", function.Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_AreKeptEncryptedWhereTheFunctionWritesThem()
    {
        var declared = await StandbyAsync(Declare);

        var logs = declared.Single("aws:cloudwatch/logGroup:LogGroup");
        Assert.Equal("/aws/lambda/drinfra-main-ledger-capacity-eu-central-1", logs["name"]);
        Assert.Equal("arn:the-log-key", logs["kmsKeyId"]);
        Assert.Equal(365.0, logs["retentionInDays"]);
        Assert.Equal(logs["name"], declared.Single(Function)["loggingConfig.logGroup"]);
    }

    [Fact]
    public async Task Role_ChangesItsOwnGroupAndNothingElse()
    {
        var statements = Statements((await StandbyAsync(Declare)).Single("aws:iam/rolePolicy:RolePolicy"));

        Assert.Equal(["AddServers", "AnyGroupsAndTargetsAreRead", "ReadTheManifest", "WriteLogs"], statements.Keys.Order());
        AssertLeastPrivilege(statements);
        Assert.Equal(["autoscaling:SetDesiredCapacity"], Texts(statements["AddServers"], "Action"));
        Assert.Equal(
            ["arn:aws:autoscaling:eu-central-1:123456789012:autoScalingGroup:*:autoScalingGroupName/drinfra-main-ledger-eu-central-1"],
            Texts(statements["AddServers"], "Resource"));
        Assert.Equal(["arn:aws:ssm:eu-central-1:123456789012:parameter/dr/main/ledger"], Texts(statements["ReadTheManifest"], "Resource"));
    }

    // A failover must not need the control plane of functions: what it calls is there in both Regions from the first deployment.
    [Fact]
    public async Task Activation_ChangesNothingOfTheFunction()
    {
        var standby = await StandbyAsync(Declare);
        var active = await StandbyAsync(Declare, ("activation", "active"));

        Assert.Equal(standby.All.Select(one => $"{one.Name} {Text(one.Inputs)}"), active.All.Select(one => $"{one.Name} {Text(one.Inputs)}"));
    }

    private static void Declare(ServingFixture fixture) => _ = new CapacityFunction("function", new CapacityFunctionArgs(
        fixture.Region, fixture.Workload, fixture.Operations, Output.Create("arn:the-log-key")));
}
