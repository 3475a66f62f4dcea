using System.Globalization;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DrInfra.Infra.Functions.Follower.Protocol;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>The table of the leases, through its replica in this Region, which refuses strongly consistent reads and writes while it is cut off.</summary>
internal sealed class LeaseTable(string region, string table) : IDisposable
{
    // Whoever asks decides on another attempt: one of the SDK's own would come at a time that nobody chose.
    private readonly AmazonDynamoDBClient _client = new(new AmazonDynamoDBConfig
    {
        RegionEndpoint = RegionEndpoint.GetBySystemName(region),
        MaxErrorRetry = 0,
    });

    /// <summary>The lease as it is now; null: there is none.</summary>
    /// <exception cref="Exception">There was no answer within the limit, or one that is no lease.</exception>
    public async Task<Lease?> ReadAsync(string workload, TimeSpan limit, CancellationToken stop)
    {
        using var limited = Limited(limit, stop);
        var request = new GetItemRequest { TableName = table, Key = Key(workload), ConsistentRead = true };
        var answer = await _client.GetItemAsync(request, limited.Token).WaitAsync(limited.Token);
        return answer.Item is { Count: > 0 } item ? Read(item) : null;
    }

    /// <summary>
    /// Sends a write. One that is given up may be carried out later all the same: its condition, a version that never comes back, makes that
    /// harmless.
    /// </summary>
    public async Task<WriteOutcome> WriteAsync(string workload, LeaseWrite write, Action<Exception> failed, CancellationToken stop)
    {
        try
        {
            using var limited = Limited(write.Limit, stop);
            await _client.PutItemAsync(Request(workload, write), limited.Token).WaitAsync(limited.Token);
            return WriteOutcome.CarriedOut;
        }
        catch (ConditionalCheckFailedException)
        {
            return WriteOutcome.Refused;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            failed(fault);
            return WriteOutcome.Unanswered;
        }
    }

    public void Dispose() => _client.Dispose();

    private PutItemRequest Request(string workload, LeaseWrite write)
    {
        var request = new PutItemRequest { TableName = table, Item = Key(workload) };
        request.Item[LeaseProtocol.HolderAttribute] = new(write.To.Holder);
        request.Item[LeaseProtocol.EpochAttribute] = Number(write.To.Epoch);
        request.Item[LeaseProtocol.RenewedAttribute] = Number(write.To.Renewed);
        if (write.On is not { } on)
        {
            request.ConditionExpression = "attribute_not_exists(#workload)";
            request.ExpressionAttributeNames = new() { ["#workload"] = LeaseProtocol.WorkloadAttribute };
            return request;
        }

        request.ConditionExpression = "#holder = :holder AND #epoch = :epoch AND #renewed = :renewed";
        request.ExpressionAttributeNames = new()
        {
            ["#holder"] = LeaseProtocol.HolderAttribute,
            ["#epoch"] = LeaseProtocol.EpochAttribute,
            ["#renewed"] = LeaseProtocol.RenewedAttribute,
        };
        request.ExpressionAttributeValues = new() { [":holder"] = new(on.Holder), [":epoch"] = Number(on.Epoch), [":renewed"] = Number(on.Renewed) };
        return request;
    }

    private static Dictionary<string, AttributeValue> Key(string workload) => new() { [LeaseProtocol.WorkloadAttribute] = new(workload) };

    private static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private static Lease Read(Dictionary<string, AttributeValue> item) =>
        item.GetValueOrDefault(LeaseProtocol.HolderAttribute)?.S is { Length: > 0 } holder
        && long.TryParse(item.GetValueOrDefault(LeaseProtocol.EpochAttribute)?.N, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
        && long.TryParse(item.GetValueOrDefault(LeaseProtocol.RenewedAttribute)?.N, NumberStyles.None, CultureInfo.InvariantCulture, out var renewed)
            ? new Lease(holder, epoch, renewed)
            : throw new FormatException("The item is no lease: it needs a holder, an epoch and how often it was renewed.");

    private static CancellationTokenSource Limited(TimeSpan limit, CancellationToken stop)
    {
        var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(limit);
        return limited;
    }
}
