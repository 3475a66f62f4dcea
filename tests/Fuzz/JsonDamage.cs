using System.Text;
using System.Text.Json.Nodes;

namespace DrInfra.Tests.Fuzz;

/// <summary>Puts odd values into a JSON document that stays one: the same for the same seed.</summary>
public static class JsonDamage
{
    private const int MostChanges = 4;

    private static readonly string[] Odd =
    [
        "null", "true", "\"\"", "\"true\"", "\"x\"", "0", "-1", "1e300", "[]", "{}", "[[]]", "[null]", "[{}]", """{"key":null}""", "\"*\"", "\"arn:aws:s3:::\"",
        "\"::::::\"",
        "\"cron(\"", "\"rate(0 days)\"", "\"{\"", "\"{\\\"Statement\\\":[{}]}\"", "\"[1]\"", "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"",
        "\"aws:rds/cluster:Cluster\"",
        """{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\"s\""}""",
        """{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:abc"}""",
    ];

    public static byte[] Of(IReadOnlyList<byte[]> samples, int seed)
    {
        var random = new Random(seed);
        var root = JsonNode.Parse(samples[random.Next(samples.Count)])!;
        for (var changes = 1 + random.Next(MostChanges); changes > 0; changes--)
        {
            var places = Places(root).ToArray();
            var (parent, key, index) = places[random.Next(places.Length)];
            var other = places[random.Next(places.Length)];
            var value = random.Next(3) == 0
                ? (other.Key is null ? other.Parent[other.Index] : other.Parent[other.Key])?.DeepClone()
                : JsonNode.Parse(Odd[random.Next(Odd.Length)]);
            if (key is not null)
            {
                parent[key] = value;
            }
            else
            {
                parent[index] = value;
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<(JsonNode Parent, string? Key, int Index)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => (member.Value is null ? [] : Places(member.Value)).Prepend((node, member.Key, 0))),
        JsonArray items => items.SelectMany((item, at) => (item is null ? [] : Places(item)).Prepend((node, null, at))),
        _ => [],
    };
}
