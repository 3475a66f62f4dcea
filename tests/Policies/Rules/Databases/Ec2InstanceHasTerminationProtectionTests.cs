using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class Ec2InstanceHasTerminationProtectionTests
{
    private static readonly Ec2InstanceHasTerminationProtection Rule = new();

    [Theory]
    [InlineData("""{ "ebsBlockDevices": [{ "deviceName": "/dev/sdf" }], "disableApiTermination": true }""")]
    [InlineData("""{ "ebsBlockDevices": [{ "deviceName": "/dev/sdf" }] }""", "machine: it has no termination protection")]
    [InlineData("{}")]
    public void MachineWithData_IsProtected(string inputs, params string[] violations) => Assert.Equal(violations, Machine(inputs).Violations(Rule));

    [Fact]
    public void AttachedVolume_IsData() => Assert.Equal(["machine: it has no termination protection"], Machine("{}")
        .Add("aws:ec2/volumeAttachment:VolumeAttachment", "attachment", """{ "instanceId": "i-1" }""").Violations(Rule));

    private static TestGraph Machine(string inputs) => new TestGraph().Add("aws:ec2/instance:Instance", "machine", inputs, id: "i-1");
}
