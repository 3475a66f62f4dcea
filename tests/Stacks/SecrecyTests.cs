using System.Text;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>Secrets stay secret.</summary>
[Collection(ShippedStacksGroup.Name)]
public class SecrecyTests(ShippedStacks stacks)
{
    [Fact]
    public void Passwords_AreSecretWhereverTheyAre()
    {
        var clusters = stacks.Dev.Graph.OfType("aws:rds/cluster:Cluster").ToArray();
        Assert.All(clusters, cluster => Assert.IsType<SecretValue>(cluster.Inputs["masterPassword"]));
        Assert.All(clusters, cluster => Assert.IsType<SecretValue>(cluster.Outputs["masterPassword"]));
        Assert.All(stacks.Dev.Graph.OfType("aws:secretsmanager/secretVersion:SecretVersion"), version =>
            Assert.IsType<SecretValue>(version.Inputs["secretString"]));
        Assert.All(stacks.Dev.Graph.OfType("random:index/randomPassword:RandomPassword"), password =>
            Assert.IsType<SecretValue>(password.Outputs["result"]));
    }

    [Fact]
    public void NoPassword_IsInAFileOrInAnOutput()
    {
        var passwords = stacks.Dev.Graph.OfType("random:index/randomPassword:RandomPassword")
            .Select(password => password.Outputs.Text("result")!)
            .ToArray();
        Assert.Equal(3, passwords.Distinct().Count());

        Assert.All(stacks.Both, stack =>
        {
            using var stream = new MemoryStream();
            GraphFile.Write(stack.Graph, stream);
            var file = Encoding.UTF8.GetString(stream.ToArray());
            Assert.All(passwords, password => Assert.DoesNotContain(password, file, StringComparison.Ordinal));
            Assert.False(stack.Graph.Resources[0].Outputs.ContainsSecret);
        });
    }

    // Gotcha 74: no setting is a secret, so none needs a default that would have to be encrypted.
    [Fact]
    public void Gotcha74_NoProjectSettingIsSecret() =>
        Assert.DoesNotContain("secret:", File.ReadAllText(Path.Combine(Repository.Shipped, "Pulumi.yaml")), StringComparison.Ordinal);
}
