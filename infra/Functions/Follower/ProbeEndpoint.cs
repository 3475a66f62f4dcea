using System.Net;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>Answers probes over HTTP: 200 or 503 on its path, 404 on others.</summary>
internal sealed class ProbeEndpoint : IDisposable
{
    private readonly HttpListener _listener = new();

    public ProbeEndpoint(int port, string path, Func<bool> isGood)
    {
        _listener.Prefixes.Add($"http://*:{port}/");
        _listener.Start();
        _ = AnswerAsync(path, isGood);
    }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync(string path, Func<bool> isGood)
    {
        while (_listener.IsListening)
        {
            try
            {
                using var response = (await _listener.GetContextAsync()) is var context && context.Request.Url?.AbsolutePath == path
                    ? Status(context.Response, isGood() ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable)
                    : Status(context.Response, HttpStatusCode.NotFound);
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // Whoever asked has gone, or the process ends.
            }
        }
    }

    private static HttpListenerResponse Status(HttpListenerResponse response, HttpStatusCode status)
    {
        response.StatusCode = (int)status;
        return response;
    }
}
