using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class Ec2InstanceKeepsItsVolumesTests
{
    private static readonly Ec2InstanceKeepsItsVolumes Rule = new();

    [Theory]
    [InlineData("""{ "ebsBlockDevices": [{ "deviceName": "/dev/sdf", "deleteOnTermination": false, "encrypted": true }] }""")]
    [InlineData("""{}""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "ebsBlockDevices": [{ "deviceName": "/dev/sdf", "encrypted": true }] }""", "volume /dev/sdf is deleted with the instance")]
    [InlineData("""{ "ebsBlockDevices": [{ "deviceName": "/dev/sdf", "deleteOnTermination": false }] }""", "volume /dev/sdf is not encrypted")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "ebsBlockDevices": [{ "deviceName": "/dev/sdf", "deleteOnTermination": "?", "encrypted": true }] }""", "ebsBlockDevices[0].deleteOnTermination")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:ec2/instance:Instance", "data", inputs);
}
