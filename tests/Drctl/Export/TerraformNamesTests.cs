using DrInfra.Drctl.Export;

namespace DrInfra.Tests.Drctl.Export;

public class TerraformNamesTests
{
    [Theory]
    [InlineData("bucket", "bucket")]
    [InlineData("kmsKeyId", "kms_key_id")]
    [InlineData("cidrIpv4", "cidr_ipv4")]
    [InlineData("s3Bucket", "s3_bucket")]
    public void Property_BecomesSnakeCase(string property, string attribute) => Assert.Equal(attribute, TerraformNames.Attribute(property));

    [Theory]
    [InlineData("raw-eu-west-1", "raw_eu_west_1")]
    [InlineData("9lives", "_9lives")]
    [InlineData("a.b/c", "a_b_c")]
    [InlineData("", "_")]
    public void Name_BecomesAnIdentifier(string name, string label) => Assert.Equal(label, TerraformNames.Label(name));

    [Fact]
    public void NamesThatBecomeTheSame_AreToldApartWhateverTheirOrder()
    {
        var dash = TestResource.Resource("aws:kms/key:Key", "a-b");
        var dot = TestResource.Resource("aws:kms/key:Key", "a.b");

        var labels = TerraformNames.Labels([dash, dot]).ToDictionary();
        var reversed = TerraformNames.Labels([dot, dash]).ToDictionary();

        Assert.Equal(["a_b", "a_b_2"], labels.Values.Order());
        Assert.Equal(labels, reversed);
    }
}
