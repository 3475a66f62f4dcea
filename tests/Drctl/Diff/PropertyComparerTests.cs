using DrInfra.Drctl.Diff;
using DrInfra.Policies.Graph;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Diff;

public class PropertyComparerTests
{
    public static TheoryData<string, string, string[]> Differences => new()
    {
        { """{"a":1}""", """{"a":1}""", [] },
        { """{"tags":{"dr:role":"x","b":"1"}}""", """{"tags":{"dr:role":"y","b":"1"}}""", ["tags.dr:role"] },
        { """{"tags":{"a.b":"1"}}""", """{"tags":{"a.b":"2"}}""", ["tags[\"a.b\"]"] },
        { """{"b":1,"a":1}""", """{"c":1,"a":2}""", ["a", "b", "c"] },
        { """{"ids":["a","b"]}""", """{"ids":["b"]}""", ["ids"] },
        { """{"r":[{"name":"x","v":1},{"name":"y","v":1}]}""", """{"r":[{"name":"y","v":2},{"name":"x","v":1}]}""", ["r[y].v"] },
        { """{"r":[{"v":1},{"v":1}]}""", """{"r":[{"v":1},{"v":2}]}""", ["r[1].v"] },
        { """{"r":[{"name":"x"},{"name":"x"}]}""", """{"r":[{"name":"x"}]}""", ["r[1]"] },
        { """{"p":"{\"a\":[{\"Sid\":\"s\",\"b\":1}]}"}""", """{"p":"{\"a\":[{\"Sid\":\"s\",\"b\":2}]}"}""", ["p{}.a[s].b"] },
        { """{"p":"{\"a\":1}"}""", """{"p":"{ \"a\": 1 }"}""", ["p"] },
        { """{"p":"{\"a\":1}"}""", """{"p":"{a"}""", ["p"] },
        { """{"a":{"b":1}}""", """{"a":1}""", ["a"] },
        { """{"metadata":{"labels":{"dr.drinfra.io/workload":"a"}}}""", """{"metadata":{"labels":{"dr.drinfra.io/workload":"b"}}}""",
            ["metadata.labels[\"dr.drinfra.io/workload\"]"] },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Values_DifferInTheirLeaves(string old, string @new, string[] paths)
    {
        var found = PropertyComparer.Compare(Values(old), Values(@new));

        Assert.Equal(paths, found.Select(difference => difference.Path.ToString()));
    }

    [Fact]
    public void SecretThatChanges_IsOneDifferenceWhoseValuesAreSecret()
    {
        var (_, old, @new) = Assert.Single(
            PropertyComparer.Compare(Values($$"""{ "p": {{Secret("\"{1}\"")}} }"""), Values($$"""{ "p": {{Secret("\"{2}\"")}} }""")));

        Assert.IsType<SecretValue>(old);
        Assert.IsType<SecretValue>(@new);
    }

    [Theory]
    [InlineData("tags", true)]
    [InlineData("tags.dr:role", true)]
    [InlineData("tags.*", true)]
    [InlineData("*", true)]
    [InlineData("tags[\"dr:role\"]", true)]
    [InlineData("tags.dr", false)]
    [InlineData("tags.dr:role.x", false)]
    [InlineData("tag", false)]
    public void MemberPath_IsUnderThePatternsThatNameIt(string pattern, bool under)
    {
        Assert.Equal(under, PropertyPath.Empty.Member("tags").Member("dr:role").IsUnder(pattern));
    }

    [Theory]
    [InlineData("metadata.labels[\"dr.drinfra.io/workload\"]", true)]
    [InlineData("metadata[\"labels\"][\"dr.drinfra.io/workload\"]", true)]
    [InlineData("metadata.labels.*", true)]
    [InlineData("metadata.labels", true)]
    [InlineData("metadata.labels.dr.drinfra.io/workload", false)]
    [InlineData("metadata.labels[\"dr.drinfra.io/tier\"]", false)]
    public void Label_IsUnderThePatternsThatNameIt(string pattern, bool under)
    {
        var path = PropertyPath.Empty.Member("metadata").Member("labels").Member("dr.drinfra.io/workload");

        Assert.Equal(under, path.IsUnder(pattern));
        Assert.True(path.Is(path.ToString()));
    }

    [Theory]
    [InlineData("replicas[*].kmsKeyArn", true)]
    [InlineData("replicas[0].kmsKeyArn", true)]
    [InlineData("replicas[*]", true)]
    [InlineData("replicas[eu-west-1]", true)]
    [InlineData("replicas[eu-west-2]", false)]
    [InlineData("replicas[*].name", false)]
    [InlineData("replicas.kmsKeyArn", false)]
    public void ItemPath_IsMatchedByAnyIndexOrByItsKey(string pattern, bool under)
    {
        Assert.Equal(under, PropertyPath.Empty.Member("replicas").Item("eu-west-1").Member("kmsKeyArn").IsUnder(pattern));
    }
}
