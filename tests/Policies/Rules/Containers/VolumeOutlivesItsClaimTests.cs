using DrInfra.Policies.Rules.Containers;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class VolumeOutlivesItsClaimTests
{
    private static readonly VolumeOutlivesItsClaim Rule = new();

    [Theory]
    [InlineData(""" "reclaimPolicy": "Retain", """)]
    public void RetainedVolume_IsCompliant(string policy) => Assert.Empty(Class(policy).Violations(Rule));

    [Theory]
    [InlineData(""" "reclaimPolicy": "Delete", """)]
    [InlineData("")]
    public void VolumeDeletedWithItsClaim_IsAViolation(string policy) => Assert.Equal(
        ["data: the volume of claim data is deleted with it: reclaimPolicy of disks is not Retain"], Class(policy).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["disks: reclaimPolicy"], Class(""" "reclaimPolicy": "?", """).Unknown(Rule));

    [Theory]
    [InlineData("", 0)]
    [InlineData(""" "persistentVolumeReclaimPolicy": "Retain", """, 0)]
    [InlineData(""" "persistentVolumeReclaimPolicy": "Delete", """, 1)]
    public void DeclaredVolume_IsRetainedUnlessItSaysOtherwise(string policy, int violations) => Assert.Equal(violations, new TestGraph().Cluster()
        .Object(ClusterObjects.Volume, "pv", $$""" "spec": { {{policy}} "csi": { "driver": "ebs.csi.aws.com", "volumeHandle": "vol-1" } } """)
        .Object(ClusterObjects.Claim, "data", """ "spec": { "storageClassName": "", "volumeName": "pv" } """).Violations(Rule).Length);

    [Fact]
    public void ClassThatIsNotDeclared_IsNotJudged() => Assert.Empty(new TestGraph().Cluster().Claims("fast").Violations(Rule));

    private static TestGraph Class(string policy) => new TestGraph().Cluster().Class("disks", "ebs.csi.aws.com", policy).Claims();
}
