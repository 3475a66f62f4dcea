using System.Net;
using System.Text;

namespace DrInfra.Tests.Functions.Servers;

/// <summary>An HTTP server of the test, on a free port.</summary>
internal abstract class HttpServer : IDisposable
{
    private const int FirstPort = 20_000;
    private const int Ports = 12_000;

    // Each port is given out once: a process that is still starting has none taken from it.
    private static int _next = Random.Shared.Next(Ports);

    private readonly HttpListener _listener;

    protected HttpServer()
    {
        (_listener, Port) = Listen();
        _ = AcceptAsync();
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    public virtual void Dispose() => _listener.Close();

    /// <summary>The status and body of the answer; null: none, until the client gives up.</summary>
    protected abstract Task<(int Status, string Body)?> AnswerAsync(HttpListenerRequest request, string body);

    public static int FreePort()
    {
        var (listener, port) = Listen();
        listener.Close();
        return port;
    }

    private static (HttpListener Listener, int Port) Listen()
    {
        while (true)
        {
            var port = FirstPort + (Interlocked.Increment(ref _next) % Ports);
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = ServeAsync(await _listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var answer = await AnswerAsync(context.Request, await reader.ReadToEndAsync());
            if (answer is not var (status, body))
            {
                return;
            }

            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The client has given up, or the test is over.
        }
    }
}
