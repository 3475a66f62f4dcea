using DrInfra.Policies.Rules.Jobs;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "H2")]
public class TransientClusterTests
{
    private static readonly TransientClusterIsEnded Ended = new();
    private static readonly TransientClusterMayUseSeveralZones Zones = new();
    private static readonly TransientClusterEncryptsItsDisks Disks = new();

    [Fact]
    public void ClusterThatIsEndedOnEveryWay_IsCompliant() => Assert.Empty(EmrMachines.Graph(EmrMachines.Sound).Violations(Ended));

    [Theory]
    [InlineData(
        "addStep.sync\", " + EmrMachines.Caught + ", \"ResultPath\": \"$.work\",", "addStep.sync\", \"ResultPath\": \"$.work\",", "at Work where it fails")]
    [InlineData("addStep.sync\", " + EmrMachines.Caught + ", \"Next\": \"End\"", "addStep.sync\", \"Next\": \"End\"", "at Commit where it fails")]
    [InlineData("{ \"Type\": \"Choice\", \"Default\": \"End\"", "{ \"Type\": \"Choice\", \"Default\": \"Done\"", "at Done the run can end")]
    [InlineData("\"ResultPath\": \"$.cluster\",", "\"ResultPath\": \"$.cluster\", \"End\": true,", "at Make nothing comes after it")]
    [InlineData("elasticmapreduce:terminateCluster\"", "sns:publish\"", "where it fails")]
    public void WayOutThatLeavesTheCluster_IsAViolation(string from, string to, string message) => Assert.Contains(
        message, Assert.Single(EmrMachines.Graph(from, to).Violations(Ended)), StringComparison.Ordinal);

    // Made through the SDK with its steps, it ends after them.
    [Fact]
    public void ClusterThatEndsByItself_IsCompliant() => Assert.Empty(EmrMachines.Graph("""
        { "StartAt": "Make", "States": { "Make": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:emr:runJobFlow", "End": true,
          "Parameters": { "Instances": { "Ec2SubnetIds": ["subnet-a", "subnet-b"] } } } } }
        """).Violations(Ended));

    [Fact]
    public void MachineWithoutACluster_IsNotJudged() =>
        Assert.Empty(EmrMachines.Graph("{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }").Violations(Ended));

    [Fact]
    public void DefinitionThatIsNotKnown_IsUnknown() => Assert.Equal(["machine: definition"], EmrMachines.Graph("?").Unknown(Ended));

    [Fact]
    public void TwoSubnets_AreCompliant()
    {
        Assert.Empty(EmrMachines.Graph(EmrMachines.Sound).Violations(Zones));
        Assert.Empty(EmrMachines.Graph("\"Ec2SubnetIds.$\": \"$.subnets\"", "\"Ec2SubnetIds\": [\"subnet-a\", \"subnet-b\"]").Violations(Zones));
    }

    [Theory]
    [InlineData("\"Ec2SubnetIds\": [\"subnet-a\"]", "one subnet")]
    [InlineData("\"Ec2SubnetId\": \"subnet-a\"", "one subnet")]
    [InlineData("\"TerminationProtected\": false", "no subnet")]
    public void OneSubnet_IsAViolation(string stated, string message) => Assert.Contains(
        message, Assert.Single(EmrMachines.Graph("\"Ec2SubnetIds.$\": \"$.subnets\"", stated).Violations(Zones)), StringComparison.Ordinal);

    [Fact]
    public void SubnetThatTheScheduleGives_IsCounted() => Assert.Contains(
        "one subnet",
        Assert.Single(EmrMachines.Graph(EmrMachines.Sound).With("hourly", "target/input", "{\"subnets\":[\"subnet-a\",\"subnet-a\"]}").Violations(Zones)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"EncryptionConfiguration\":{\"EnableAtRestEncryption\":true,\"AtRestEncryptionConfiguration\":"
        + "{\"LocalDiskEncryptionConfiguration\":{\"EncryptionKeyProviderType\":\"AwsKms\"}}}}", 0)]
    [InlineData("{\"EncryptionConfiguration\":{\"EnableAtRestEncryption\":false}}", 1)]
    [InlineData("{\"EncryptionConfiguration\":{\"EnableAtRestEncryption\":true,\"AtRestEncryptionConfiguration\":{}}}", 1)]
    [InlineData("{}", 1)]
    public void Disks_AreEncryptedByTheConfigurationThatTheClusterNames(string configuration, int violations) =>
        Assert.Equal(violations, Secured().With("security", "configuration", configuration).Violations(Disks).Length);

    [Fact]
    public void ClusterWithoutAConfiguration_IsAViolation() => Assert.Contains(
        "without a security configuration", Assert.Single(EmrMachines.Graph(EmrMachines.Sound).Violations(Disks)), StringComparison.Ordinal);

    [Fact]
    public void ConfigurationThatNobodyDeclares_IsUnknown()
    {
        Assert.Single(Secured().Without("security").Unknown(Disks));
        Assert.Single(Secured().With("security", "configuration", "?").Unknown(Disks));
    }

    private static TestGraph Secured() => EmrMachines.Graph("\"ServiceRole\": \"emr\"", "\"ServiceRole\": \"emr\", \"SecurityConfiguration\": \"disks\"")
        .Add("aws:emr/securityConfiguration:SecurityConfiguration", "security", """{ "name": "disks" }""");

    // Before the first deployment nobody knows them, and a run that people start is told whatever they say.
    [Fact]
    public void SubnetsThatOnlyTheRunTells_AreUnknown()
    {
        Assert.Single(EmrMachines.Graph(EmrMachines.Sound).With("hourly", "target/input", "?").Unknown(Zones));
        Assert.Single(EmrMachines.Graph(EmrMachines.Sound).Without("hourly").Unknown(Zones));
    }
}
