using DrInfra.Policies.Hosting.Grpc;
using Struct = Google.Protobuf.WellKnownTypes.Struct;
using Value = Google.Protobuf.WellKnownTypes.Value;

namespace DrInfra.Policies.Hosting;

/// <summary>Property values from the engine's messages.</summary>
internal static class StructReader
{
    /// <summary>A resource's properties; none where there are none.</summary>
    /// <exception cref="GrpcException">A value is malformed; the message quotes nothing of it.</exception>
    public static MapValue Read(Struct? properties, ValuePool pool)
    {
        try
        {
            return properties is null ? MapValue.Empty : Members(properties, pool);
        }
        catch (FormatException exception)
        {
            throw new GrpcException(GrpcStatus.InvalidArgument, $"a property cannot be read: {exception.Message}");
        }
    }

    private static MapValue Members(Struct from, ValuePool pool)
    {
        var members = new KeyValuePair<string, PropertyValue>[from.Fields.Count];
        var next = 0;
        foreach (var (name, value) in from.Fields)
        {
            members[next++] = new(pool.Text(name), Read(value, pool));
        }

        return MapValue.OfBuffer(members);
    }

    private static PropertyValue Read(Value value, ValuePool pool) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => PropertyValue.Of(value.BoolValue),
        Value.KindOneofCase.NumberValue => double.IsFinite(value.NumberValue)
            ? PropertyValue.Of(value.NumberValue)
            : throw new FormatException("A number is not finite."),
        Value.KindOneofCase.StringValue => MarkReader.Text(pool.Value(value.StringValue)),
        Value.KindOneofCase.ListValue => ListValue.Of(value.ListValue.Values.Select(item => Read(item, pool))),
        Value.KindOneofCase.StructValue => MarkReader.Object(Members(value.StructValue, pool), pool),
        _ => PropertyValue.Null,
    };
}
