using DrInfra.Drctl.Diff;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Diff;

public class ExclusionsTests
{
    private static readonly GraphResource Bucket = Resource("aws:s3/bucket:Bucket", "raw", """{"bucket":"raw"}""");
    private static readonly GraphResource Policy = Resource("aws:s3/bucketPolicy:BucketPolicy", "raw-policy", """{"policy":"{}"}""") with
    {
        Dependencies = [Bucket.Urn],
    };
    private static readonly GraphResource Table = Resource("aws:dynamodb/table:Table", "carts");

    [Theory]
    [InlineData("**::raw", "raw-policy,carts")]
    [InlineData("**kubernetes:**", "raw,raw-policy,carts")]
    [InlineData("**aws:s3/**", "carts")]
    [InlineData("**::raw*", "carts")]
    [InlineData("urn:pulumi:*::*::aws:s3/bucketPolicy:BucketPolicy::raw-policy", "raw,carts")]
    [InlineData("*raw*", "raw,raw-policy,carts")]
    public void Pattern_IsReadAsPulumiReadsIt(string pattern, string kept)
    {
        // A part of a URN has no colon, and a dot is a dot.
        var unbound = Policy with { Dependencies = [] };
        var after = new Exclusions([pattern], false).After(Of(), Of(Bucket, unbound, Table));

        Assert.Equal(kept, string.Join(',', after.Resources.Select(resource => resource.Name)));
    }

    [Fact]
    public async Task WithoutTheObjectsOfACluster_TheRestIsTheSame()
    {
        var whole = await ClusterGraph.OfAsync(new ClusterProgram());

        var rest = Assert.Single(new Exclusions(["**kubernetes:**"], false).Of([whole]));

        Assert.Equal(
            whole.Resources.Where(resource => !resource.Type.Contains("kubernetes:", StringComparison.Ordinal)
                && !resource.Type.EndsWith(":kubernetes", StringComparison.Ordinal)),
            rest.Resources);
        Assert.Equal(11, whole.Resources.Count - rest.Resources.Count);
    }

    [Fact]
    public async Task ChangeOfExcludedObjects_IsNotMade_AndTheRestIs()
    {
        var before = await ClusterGraph.OfAsync(new ClusterProgram());
        var wanted = await ClusterGraph.OfAsync(new ClusterProgram { Least = 9, App = "shop" });
        var after = wanted with
        {
            Resources =
            [
                .. wanted.Resources.Select(resource => resource.Name == "metrics" ? resource with { Inputs = Values("""{"addonName":"other"}""") } : resource),
            ],
        };

        var changes = GraphDiff.Compare(before, new Exclusions(["**kubernetes:**"], false).After(before, after)).Changes;

        Assert.Equal(["metrics"], changes.Select(change => change.Name));
        Assert.Equal(
            GraphDiff.Compare(before, after).Changes.Single(change => change.Name == "metrics").Properties.Select(change => change.Path.ToString()),
            changes[0].Properties.Select(change => change.Path.ToString()));
    }

    [Fact]
    public void ExcludedResourceThatTheProgramNoLongerDeclares_IsNotDeleted()
    {
        var after = new Exclusions(["**::carts"], false).After(Of(Bucket, Table), Of(Bucket));

        Assert.Empty(GraphDiff.Compare(Of(Bucket, Table), after).Changes);
    }

    [Fact]
    public void DependentOfWhatIsNotThere_IsRefused_WithDependentsItIsExcludedToo()
    {
        var error = Assert.Throws<ProblemsException>(() => new Exclusions(["**::raw"], false).After(Of(), Of(Bucket, Policy, Table)));

        var problem = Assert.Single(error.Problems);
        Assert.Equal("1 resource depends on excluded resources that do not exist yet", problem.What);
        Assert.Equal("aws:s3/bucketPolicy:BucketPolicy raw-policy", problem.Got);
        Assert.Contains("--exclude-dependents", problem.Fix, StringComparison.Ordinal);
        Assert.Equal(["carts"], new Exclusions(["**::raw"], true).After(Of(), Of(Bucket, Policy, Table)).Resources.Select(resource => resource.Name));
    }

    [Fact]
    public void DependentOfWhatIsThere_IsChanged()
    {
        var changed = Policy with { Inputs = Values("""{"policy":"x"}""") };
        var renamed = Bucket with { Inputs = Values("""{"bucket":"other"}""") };

        var after = new Exclusions(["**::raw"], false).After(Of(Bucket, Policy), Of(renamed, changed));

        Assert.Equal(["raw-policy"], GraphDiff.Compare(Of(Bucket, Policy), after).Changes.Select(change => change.Name));
    }

    [Fact]
    public void PatternThatMatchesNothing_IsRefused()
    {
        var error = Assert.Throws<ProblemsException>(() => new Exclusions(["**::raw", "**::rav"], true).Of([Of(Bucket)]));

        Assert.Equal("**::rav", Assert.Single(error.Problems).Got);
    }
}
