using System.Net;
using Amazon;
using Amazon.S3;
using Amazon.S3.Model;
using DrInfra.Infra.Functions.Follower.Savepoints;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>A bucket of this Region. Whoever asks decides on another attempt.</summary>
/// <param name="client">What sends the requests.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="limit">After this a request is given up.</param>
internal sealed class BucketStore(AmazonS3Client client, string bucket, TimeSpan limit) : IObjectStore
{
    private const string EndpointVariable = "AWS_ENDPOINT_URL";
    private const string OwnEndpointVariable = "AWS_ENDPOINT_URL_S3";

    /// <summary>A client for all buckets of a Region. At an endpoint of another name the bucket is in the path, as emulators expect it.</summary>
    public static AmazonS3Client Client(string region) => new(new AmazonS3Config
    {
        RegionEndpoint = RegionEndpoint.GetBySystemName(region),
        MaxErrorRetry = 0,
        ForcePathStyle = new[] { EndpointVariable, OwnEndpointVariable }.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }),
    });

    public async Task<ObjectListing> ListAsync(string prefix, string? after, bool isDeep, bool isWhole, CancellationToken stop)
    {
        var (sizes, folders) = (new List<(string, long)>(), new List<string>());
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, StartAfter = after, Delimiter = isDeep ? null : "/" };
        do
        {
            var answer = await LimitedAsync(token => client.ListObjectsV2Async(request, token), stop);
            sizes.AddRange(answer.S3Objects?.Select(item => (item.Key, item.Size ?? 0)) ?? []);
            folders.AddRange(answer.CommonPrefixes ?? []);
            request.ContinuationToken = isWhole ? answer.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
        return new ObjectListing(sizes, folders);
    }

    public async Task<string?> ReadAsync(string name, CancellationToken stop)
    {
        try
        {
            return await LimitedAsync(
                async token =>
                {
                    using var answer = await client.GetObjectAsync(bucket, name, token);
                    using var reader = new StreamReader(answer.ResponseStream);
                    return await reader.ReadToEndAsync(token);
                },
                stop);
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode == HttpStatusCode.NotFound && fault.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }

    public async Task<bool> WriteNewAsync(string name, string text, CancellationToken stop)
    {
        try
        {
            var request = new PutObjectRequest { BucketName = bucket, Key = name, ContentBody = text, ContentType = "application/json", IfNoneMatch = "*" };
            await LimitedAsync(token => client.PutObjectAsync(request, token), stop);
            return true;
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            return false;
        }
    }

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken stop)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(limit);
        return await send(limited.Token).WaitAsync(limited.Token);
    }
}
