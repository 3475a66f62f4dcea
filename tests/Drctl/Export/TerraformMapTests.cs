using System.Text.Json;
using DrInfra.Drctl.Export;

namespace DrInfra.Tests.Drctl.Export;

public class TerraformMapTests
{
    /// <summary>Of what the program may use, what hashicorp/aws 5.100.0 does not have.</summary>
    private static readonly string[] Newer = ["aws:arcregionswitch/plan:Plan"];

    [Fact]
    public void EveryResourceTypeInUse_HasALine()
    {
        using var schema = JsonDocument.Parse(Repository.Read("sdk/Pulumi.Aws/schema.json"));
        var inUse = schema.RootElement.GetProperty("resources").EnumerateArray().Select(resource => resource.GetProperty("token").GetString()!);

        Assert.Equal(inUse.Except(Newer).Order(StringComparer.Ordinal), TerraformMap.Shipped.Types.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TerraformTypes_AreDistinct() =>
        Assert.Distinct(TerraformMap.Shipped.Types.Values.Select(type => type.Name));
}
