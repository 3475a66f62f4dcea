using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DrInfra.Policies.Hosting.Grpc;

/// <summary>Unary gRPC over HTTP/2: finds the method, frames its reply, tells its status in the trailers.</summary>
/// <param name="methods">By path: <c>/package.Service/Method</c>.</param>
/// <param name="log">One line per failure, which quotes nothing of a request.</param>
internal sealed class GrpcApplication(IReadOnlyDictionary<string, GrpcMethod> methods, Action<string> log) : IHttpApplication<HttpContext>
{
    private const string ContentType = "application/grpc";

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) != true)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        context.Response.ContentType = ContentType;
        try
        {
            var method = methods.GetValueOrDefault(context.Request.Path.Value ?? "")
                ?? throw new GrpcException(GrpcStatus.Unimplemented, "this server has no such method");
            var reply = await method(await GrpcRequest.OpenAsync(context.Request.BodyReader));
            Frame(reply, context.Response.BodyWriter);
            End(context.Response, GrpcStatus.Ok, "");
        }
        catch (GrpcException exception)
        {
            if (exception.Status == GrpcStatus.Unimplemented)
            {
                context.Response.Headers["grpc-accept-encoding"] = "identity";
            }

            End(context.Response, exception.Status, exception.Message);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody waits for a status.
        }
        catch (Exception exception)
        {
            // Neither the caller nor the log gets the exception's own message: it may quote a property's value.
            log($"{context.Request.Path} failed: {exception.GetType().FullName}{Environment.NewLine}{exception.StackTrace}");
            End(context.Response, GrpcStatus.Internal, $"the pack failed ({exception.GetType().Name}); its log on stderr says where");
        }
    }

    private static void Frame(IMessage message, IBufferWriter<byte> body)
    {
        var prefix = body.GetSpan(5);
        prefix[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(prefix[1..], (uint)message.CalculateSize());
        body.Advance(5);
        message.WriteTo(body);
    }

    private static void End(HttpResponse response, GrpcStatus status, string message)
    {
        response.AppendTrailer("grpc-status", $"{(int)status}");
        if (message.Length > 0)
        {
            response.AppendTrailer("grpc-message", PercentEncoded(message));
        }
    }

    // As gRPC writes it: printable ASCII but '%' stands for itself, every other byte of the UTF-8 text is %XX.
    private static string PercentEncoded(string message)
    {
        var text = new StringBuilder(message.Length);
        foreach (var code in Encoding.UTF8.GetBytes(message))
        {
            if (code is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                text.Append((char)code);
            }
            else
            {
                text.Append('%').Append(code.ToString("X2"));
            }
        }

        return text.ToString();
    }
}
