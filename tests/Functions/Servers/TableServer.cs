using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace DrInfra.Tests.Functions.Servers;

/// <summary>DynamoDB as one Region sees it: GetItem and PutItem with the two conditions that a lease needs, and whatever can happen to requests.</summary>
internal sealed class TableServer(string region, LeaseTables tables) : HttpServer
{
    private readonly List<string> _unexpected = [];
    private TaskCompletionSource? _held;

    /// <summary>No request is carried out, and none is answered.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>The replica is there, and refuses everything.</summary>
    public bool Refuses { get; set; }

    /// <summary>Writes are carried out, and nobody hears of it.</summary>
    public bool LosesAnswers { get; set; }

    public IReadOnlyList<string> Unexpected => _unexpected;

    /// <summary>From now on writes wait until they are released, and are carried out only then.</summary>
    public void HoldWrites() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReleaseWrites()
    {
        var held = _held;
        _held = null;
        held?.SetResult();
    }

    protected override async Task<(int Status, string Body)?> AnswerAsync(HttpListenerRequest request, string body)
    {
        if (IsCutOff)
        {
            return null;
        }

        if (Refuses)
        {
            return Fault(500, "InternalServerError");
        }

        var asked = JsonNode.Parse(body)!;
        switch (request.Headers["X-Amz-Target"])
        {
            case "DynamoDB_20120810.GetItem" when (bool?)asked["ConsistentRead"] == true && (string?)asked["TableName"] == World.Table:
                return (200, tables[(string)asked["Key"]!["workload"]!["S"]!] is { } item ? new JsonObject { ["Item"] = Written(item) }.ToJsonString() : "{}");
            case "DynamoDB_20120810.PutItem" when (string?)asked["TableName"] == World.Table:
                if (_held is { } held)
                {
                    await held.Task;
                }

                var to = asked["Item"]!;
                var carriedOut = tables.Write(region, (string)to["workload"]!["S"]!, Condition(asked), Read(to, "holder", "epoch", "renewed"));
                return LosesAnswers ? null : carriedOut ? (200, "{}") : Fault(400, "ConditionalCheckFailedException");
            default:
                _unexpected.Add($"{request.Headers["X-Amz-Target"]}: {body}");
                return Fault(400, "ValidationException");
        }
    }

    private static LeaseItem? Condition(JsonNode asked)
    {
        var names = asked["ExpressionAttributeNames"]!.AsObject().ToDictionary(name => name.Key, name => (string)name.Value!);
        switch ((string?)asked["ConditionExpression"])
        {
            case "attribute_not_exists(#workload)" when names["#workload"] == "workload":
                return null;
            case "#holder = :holder AND #epoch = :epoch AND #renewed = :renewed" when names.All(name => name.Key == "#" + name.Value):
                return Read(asked["ExpressionAttributeValues"]!, ":holder", ":epoch", ":renewed");
            default:
                throw new InvalidOperationException($"unknown condition: {asked["ConditionExpression"]}");
        }
    }

    private static LeaseItem Read(JsonNode item, string holder, string epoch, string renewed) =>
        new((string)item[holder]!["S"]!, Number(item[epoch]!), Number(item[renewed]!));

    private static long Number(JsonNode value) => long.Parse((string)value["N"]!, CultureInfo.InvariantCulture);

    private static JsonObject Written(LeaseItem item) => new()
    {
        ["holder"] = new JsonObject { ["S"] = item.Holder },
        ["epoch"] = new JsonObject { ["N"] = $"{item.Epoch}" },
        ["renewed"] = new JsonObject { ["N"] = $"{item.Renewed}" },
    };

    private static (int Status, string Body) Fault(int status, string type) =>
        (status, new JsonObject { ["__type"] = $"com.amazonaws.dynamodb.v20120810#{type}", ["message"] = type }.ToJsonString());
}
