using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Checking;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Rendering;

public class RenderingTests
{
    private const string Cluster = "aws:rds/cluster:Cluster";

    [Fact]
    public void Diff_ShowsOperationsValuesAndRefusals()
    {
        var old = Resource(Cluster, "orders", $$"""{ "kmsKeyId": "a", "masterPassword": {{Secret("\"hidden-before\"")}}, "port": 1 }""");
        var @new = Resource(Cluster, "orders", $$"""{ "kmsKeyId": "b", "masterPassword": {{Secret("\"hidden-after\"")}}, "port": 2 }""") with
        {
            IgnoreChanges = ["port"], Protect = true,
        };
        var before = Of(old with { IgnoreChanges = ["port"], Protect = true }, Resource("aws:ec2/eip:Eip", "address"));

        var text = Rendered(StackComparison.Of(before, Of(@new, Resource("aws:ec2/vpc:Vpc", "network"))), "as configured, compared with sizing=full");

        Assert.Equal(
            """
            Stack dev: as configured, compared with sizing=full

            -/+ replace: rds Cluster orders (data)
                  kmsKeyId: a -> b
                  masterPassword: [secret] -> [secret]
                  port: 1 -> 2 (ignored: ignoreChanges)
                  ! replaces data: kmsKeyId changes, which creates a new one

            +   create: ec2 Vpc network
            -   delete: ec2 Eip address

              1 to create, 0 to update in place, 1 may be replaced, 1 to delete; 0 unchanged, 0 with ignored changes only.
              Both sides are emulated previews of the program. Deployed resources were not compared.

            """,
            text);
        Assert.DoesNotContain("hidden-", text, StringComparison.Ordinal);
    }

    [Fact]
    public void DiffWithoutChanges_SaysSo()
    {
        Assert.Equal(
            """
            Stack dev: as configured, compared with itself (no --config is given)

              No changes: all 1 resources are unchanged.

            """,
            Rendered(StackComparison.Of(Of(Resource(Cluster, "c")), Of(Resource(Cluster, "c"))), "as configured, compared with itself (no --config is given)"));
    }

    [Fact]
    public void DiffInJson_HidesSecretsAndKeepsValues()
    {
        var stack = StackComparison.Of(
            Of(Resource(Cluster, "orders", $$"""{ "masterPassword": {{Secret("\"hidden\"")}}, "port": 5432 }""")),
            Of(Resource(Cluster, "orders", $$"""{ "masterPassword": {{Secret("\"also\"")}} }""")));

        var text = DiffJson.Render(ChangeReview.Of([stack], Nothing, Nothing));

        using var document = System.Text.Json.JsonDocument.Parse(text);
        var properties = document.RootElement.GetProperty("changes")[0].GetProperty("properties");
        Assert.Equal("[secret]", properties[0].GetProperty("new").GetString());
        Assert.Equal(5432, properties[1].GetProperty("old").GetInt32());
        Assert.False(properties[1].TryGetProperty("new", out _));
        Assert.False(document.RootElement.GetProperty("changes")[0].TryGetProperty("note", out _));
        Assert.Equal(0, document.RootElement.GetProperty("summary").GetProperty("unchanged").GetInt32());
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LongLines_WrapAtTheWidthWithAHangingIndent()
    {
        var stack = StackComparison.Of(
            Of(Resource("aws:iam/role:Role", "r", $$"""{ "description": "{{string.Join(' ', Enumerable.Repeat("word", 40))}}" }""")),
            Of(Resource("aws:iam/role:Role", "r", $$"""{ "description": "{{new string('x', 150)}}" }""")));

        var lines = Rendered(stack, "x").Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 0, Screen.RedirectedWidth));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Contains($"        new {new string('x', 108)}", lines);
        Assert.Contains($"            {new string('x', 42)}", lines);
    }

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", "rds Cluster")]
    [InlineData("drinfra:data:GlobalTable", "GlobalTable")]
    [InlineData("pulumi:providers:aws", "aws provider")]
    [InlineData("random:index/randomPassword:RandomPassword", "random RandomPassword")]
    [InlineData("kubernetes:apps/v1:Deployment", "kubernetes Deployment")]
    [InlineData("kubernetes:karpenter.sh/v1:NodePool", "kubernetes NodePool.karpenter.sh")]
    [InlineData("odd", "odd")]
    public void Types_AreShownShort(string type, string expected)
    {
        var text = Rendered(StackComparison.Of(Of(), Of(Resource(type, "r"))), "x");

        Assert.Contains($"create: {expected} r", text, StringComparison.Ordinal);
    }

    private static CheckResult Nothing => new() { Report = new CheckReport { AsOf = new DateOnly(2026, 11, 24), Stacks = [] } };

    private static string Rendered(StackComparison stack, string heading)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        DiffText.Write(new Screen(writer), stack, heading);
        return writer.ToString();
    }
}
