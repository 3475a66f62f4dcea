using System.Net;
using System.Web;

namespace DrInfra.Tests.Functions.Servers;

/// <summary>CloudWatch in one Region: PutMetricData of its query protocol.</summary>
internal sealed class MetricServer(string region) : HttpServer
{
    private readonly Lock _lock = new();
    private readonly List<string> _published = [];
    private readonly List<string> _unexpected = [];

    /// <summary>Each data point: namespace, metric, unit, dimensions and value.</summary>
    public IReadOnlyList<string> Published
    {
        get
        {
            lock (_lock)
            {
                return [.. _published];
            }
        }
    }

    public IReadOnlyList<string> Unexpected => _unexpected;

    protected override Task<(int Status, string Body)?> AnswerAsync(HttpListenerRequest request, string body)
    {
        var form = HttpUtility.ParseQueryString(body);
        lock (_lock)
        {
            var isSigned = request.Headers["Authorization"]?.Contains($"/{region}/monitoring/aws4_request", StringComparison.Ordinal) == true;
            if (form["Action"] != "PutMetricData" || !isSigned)
            {
                _unexpected.Add($"{request.Headers["Authorization"]}: {body}");
                return Task.FromResult<(int, string)?>((403, "<ErrorResponse/>"));
            }

            string Of(string name) => form[$"MetricData.member.1.{name}"]!;
            _published.Add($"{form["Namespace"]} {Of("MetricName")} {Of("Unit")} {Of("Dimensions.member.1.Name")}={Of("Dimensions.member.1.Value")} "
                + $"{Of("Dimensions.member.2.Name")}={Of("Dimensions.member.2.Value")} {Of("Value")}");
            return Task.FromResult<(int, string)?>((200, "<PutMetricDataResponse/>"));
        }
    }
}
