using System.Text;
using System.Text.Json;
using DrInfra.Policies.Model;

namespace DrInfra.Tests.Stacks;

/// <summary>Secrets stay secret, and roles may do no more than they must.</summary>
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
        Assert.DoesNotContain("secret:", Repository.Read("Pulumi.yaml"), StringComparison.Ordinal);

    [Fact]
    public void RolePolicies_AllowNoWildcardActionAndNoWildcardResource()
    {
        var policies = stacks.Both.SelectMany(stack => stack.Graph.OfType("aws:iam/rolePolicy:RolePolicy")).ToArray();
        Assert.NotEmpty(policies);
        Assert.All(policies, policy =>
        {
            foreach (var statement in Statements(policy, "policy"))
            {
                Assert.DoesNotContain(Texts(statement, "Action"), action => action.Contains('*', StringComparison.Ordinal));
                Assert.DoesNotContain("*", Texts(statement, "Resource"));

                // Key ids are random: any key of the Region, narrowed down by its alias.
                if (Texts(statement, "Resource").Any(resource => resource.EndsWith(":key/*", StringComparison.Ordinal)))
                {
                    Assert.Contains("kms:ResourceAliases", statement.GetProperty("Condition").GetRawText(), StringComparison.Ordinal);
                }
            }
        });
    }

    [Fact]
    public void TrustPolicies_NameOneServiceOfThisAccount() => Assert.All(
        stacks.Both.SelectMany(stack => stack.Graph.OfType("aws:iam/role:Role")), role => Assert.All(Statements(role, "assumeRolePolicy"), statement =>
        {
            Assert.Single(Texts(statement.GetProperty("Principal"), "Service"));
            Assert.Contains("aws:SourceAccount", statement.GetProperty("Condition").GetRawText(), StringComparison.Ordinal);
        }));

    [Fact]
    public void AliasNamedInAPolicy_IsDeclaredOnAKey()
    {
        var declared = stacks.Both.SelectMany(stack => stack.Graph.OfType("aws:kms/alias:Alias")).Select(alias => alias.Inputs.Text("name")).ToHashSet();

        Assert.All(stacks.Both.SelectMany(stack => stack.Graph.OfType("aws:iam/rolePolicy:RolePolicy")), policy =>
        {
            foreach (var statement in Statements(policy, "policy").Where(statement => statement.TryGetProperty("Condition", out _)))
            {
                var condition = statement.GetProperty("Condition").GetProperty("ForAnyValue:StringEquals");
                Assert.All(Texts(condition, "kms:ResourceAliases"), alias => Assert.Contains(alias, declared));
            }
        });
    }

    private static IEnumerable<JsonElement> Statements(GraphResource resource, string property) =>
        JsonDocument.Parse(resource.Inputs.Text(property)!).RootElement.GetProperty("Statement").EnumerateArray();

    private static IEnumerable<string> Texts(JsonElement element, string property) =>
        element.GetProperty(property).EnumerateArray().Select(item => item.GetString()!);
}
