using System.Globalization;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Amazon.S3;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>
/// Publishes how old the savepoint is that a job would start from, as a metric of CloudWatch in this Region: one request of its query protocol, which
/// needs no client of its own.
/// </summary>
internal sealed class SavepointAges(string region, TimeSpan limit) : IDisposable
{
    private const string Service = "monitoring";
    private const string Form = "application/x-www-form-urlencoded; charset=utf-8";

    private static readonly string[] Endpoints = ["AWS_ENDPOINT_URL_CLOUDWATCH", "AWS_ENDPOINT_URL"];

    private readonly HttpClient _http = new() { Timeout = limit };
    private readonly Uri _endpoint = Endpoints.Select(Environment.GetEnvironmentVariable).FirstOrDefault(name => !string.IsNullOrEmpty(name)) is { } other
        ? new Uri(other)
        : new Uri($"https://{Service}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}");

    /// <exception cref="Exception">The service refused it, or did not answer.</exception>
    public async Task PublishAsync(string workload, string job, TimeSpan age, CancellationToken stop)
    {
        var body = Encoding.UTF8.GetBytes(string.Join('&', Fields(workload, job, age).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")));
        using var message = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in await SignedAsync(body))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var answer = await _http.SendAsync(message, stop);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"CloudWatch: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
        }
    }

    public void Dispose() => _http.Dispose();

    private static (string Name, string Value)[] Fields(string workload, string job, TimeSpan age) =>
    [
        ("Action", "PutMetricData"),
        ("Version", "2010-08-01"),
        ("Namespace", SavepointProtocol.MetricNamespace),
        ("MetricData.member.1.MetricName", SavepointProtocol.AgeMetric),
        ("MetricData.member.1.Unit", "Seconds"),
        ("MetricData.member.1.Value", age.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)),
        ("MetricData.member.1.Dimensions.member.1.Name", SavepointProtocol.WorkloadDimension),
        ("MetricData.member.1.Dimensions.member.1.Value", workload),
        ("MetricData.member.1.Dimensions.member.2.Name", SavepointProtocol.JobDimension),
        ("MetricData.member.1.Dimensions.member.2.Value", job),
    ];

    private async Task<IDictionary<string, string>> SignedAsync(byte[] body)
    {
        var keys = await DefaultAWSCredentialsIdentityResolver.GetCredentials().GetCredentialsAsync();
        var request = new DefaultRequest(new Put(), Service) { HttpMethod = "POST", Endpoint = _endpoint, ResourcePath = "/", Content = body };
        request.Headers["Content-Type"] = Form;
        if (keys.UseToken)
        {
            request.Headers["X-Amz-Security-Token"] = keys.Token;
        }

        // Of the settings of any client, the signer reads for which Region and service it signs.
        var settings = new AmazonS3Config
        {
            AuthenticationRegion = region,
            AuthenticationServiceName = Service,
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
        };
        var signed = new AWS4Signer().SignRequest(request, settings, new RequestMetrics(), keys.AccessKey, keys.SecretKey);
        request.Headers["Authorization"] = signed.ForAuthorizationHeader;
        return request.Headers;
    }

    private sealed class Put : AmazonWebServiceRequest;
}
