using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>The files of the shipped stacks are the same every time, and such as the Pulumi CLI takes.</summary>
[Collection(ShippedStacksGroup.Name)]
public class GraphFileTests(ShippedStacks stacks)
{
    [Theory]
    [InlineData("dev")]
    [InlineData("dr")]
    public async Task SecondPreview_GivesTheSameBytes(string stack)
    {
        var first = stack == "dev" ? stacks.Dev : stacks.Dr;

        Assert.Equal(Bytes(first.Graph), Bytes((await ShippedStacks.PreviewAsync(stack)).Graph));
    }

    [Fact]
    public void EveryResourceType_IsEmulated() => Assert.All(stacks.Both, stack =>
    {
        Assert.Empty(stack.NotEmulated);
        Assert.DoesNotContain(stack.Graph.Resources, resource => resource.Inputs.ContainsUnknown || resource.Outputs.ContainsUnknown);
        Assert.All(stack.Graph.Resources.Where(resource => resource.Custom), resource => Assert.False(string.IsNullOrEmpty(resource.Id)));
    });

    // Read off the real CLI's `stack import`: order, parents, providers and their ids, dependencies, one urn each, secrets.
    [Fact]
    public void File_IsWhatTheCliDemandsOfAState() => Assert.All(stacks.Both, stack =>
    {
        using var document = JsonDocument.Parse(Bytes(stack.Graph));
        Assert.Equal(3, document.RootElement.GetProperty("version").GetInt32());
        var deployment = document.RootElement.GetProperty("deployment");
        Assert.True(deployment.GetProperty("metadata").GetProperty("emulated").GetBoolean());
        var seen = new Dictionary<string, JsonElement>();
        var (references, secrets) = (0, 0);
        foreach (var resource in deployment.GetProperty("resources").EnumerateArray())
        {
            if (resource.TryGetProperty("parent", out var parent))
            {
                Assert.Contains(parent.GetString()!, seen);
            }

            if (resource.TryGetProperty("provider", out var provider))
            {
                var at = provider.GetString()!.LastIndexOf("::", StringComparison.Ordinal);
                Assert.Equal(provider.GetString()![(at + 2)..], seen[provider.GetString()![..at]].GetProperty("id").GetString());
            }

            if (resource.TryGetProperty("dependencies", out var dependencies))
            {
                Assert.All(dependencies.EnumerateArray(), urn => Assert.Contains(urn.GetString()!, seen));
            }

            if (resource.TryGetProperty("propertyDependencies", out var properties))
            {
                foreach (var urn in properties.EnumerateObject().SelectMany(property => property.Value.EnumerateArray()))
                {
                    Assert.Contains(urn.GetString()!, seen);
                    references++;
                }
            }

            Assert.True(!resource.GetProperty("custom").GetBoolean() || resource.GetProperty("id").GetString()!.Length > 0);
            Assert.All(Secrets(resource), secret => Assert.True(secret.TryGetProperty("plaintext", out _) != secret.TryGetProperty("ciphertext", out _)));
            secrets += Secrets(resource).Count();
            Assert.True(seen.TryAdd(resource.GetProperty("urn").GetString()!, resource));
        }

        // Passwords of databases in the primary's, and in both the credentials of the store outside AWS.
        Assert.True(secrets > 0);

        Assert.True(references > 100);
    });

    private static IEnumerable<JsonElement> Secrets(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty(WireMarks.Key, out var mark) && mark.ValueEquals(WireMarks.Secret) => [value],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Secrets(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Secrets),
        _ => [],
    };

    [Fact]
    public void File_ReadsBackAsTheSameGraphButForItsSecrets() => Assert.All(stacks.Both, stack =>
    {
        var read = GraphFile.Read(new MemoryStream(Bytes(stack.Graph)), "memory");

        Assert.Equal(stack.Graph.Resources.Select(resource => resource.Urn), read.Resources.Select(resource => resource.Urn));
        Assert.Equal(Bytes(stack.Graph), Bytes(read));
    });

    [Fact]
    public void Reference_IsThereAsADependencyOfTheProperty()
    {
        var replication = stacks.Dev.Graph.Resources.Single(resource => resource.Name == "lake-raw-replication-eu-west-1");

        Assert.EndsWith("::lake-raw-bucket-eu-west-1", Assert.Single(replication.PropertyDependencies["bucket"]), StringComparison.Ordinal);
        Assert.Contains(replication.PropertyDependencies["rules"], urn => urn.EndsWith("::lake-raw-bucket-eu-central-1", StringComparison.Ordinal));
        Assert.EndsWith("::lake-raw-replication-role-eu-west-1", Assert.Single(replication.PropertyDependencies["role"]), StringComparison.Ordinal);
        Assert.Contains(replication.Dependencies, urn => urn.EndsWith("::lake-raw-versioning-eu-central-1", StringComparison.Ordinal));
    }

    [Fact]
    public void Urn_HasTheWholeChainOfComponents() => Assert.Contains(stacks.Dev.Graph.Resources, resource => resource.Urn ==
        "urn:pulumi:dev::drinfra::drinfra:data:ReplicatedBucket$drinfra:data:RegionalBucket$aws:s3/bucket:Bucket::lake-raw-bucket-eu-west-1");

    private static byte[] Bytes(ResourceGraph graph)
    {
        using var stream = new MemoryStream();
        GraphFile.Write(graph, stream);
        return stream.ToArray();
    }
}
