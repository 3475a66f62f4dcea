using System.Text;
using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>Writes the properties of one resource under Terraform's names, with references where values came from.</summary>
internal sealed class ValueWriter(Utf8JsonWriter json, GraphResource resource, string label, Addresses addresses, ExportNotes notes)
{
    private const string RandomPackage = "random:";

    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);

    /// <summary>The resources that were named so far.</summary>
    public IReadOnlySet<string> Referenced => _referenced;

    public void WriteProperties(MapValue properties, TerraformShape shape)
    {
        foreach (var (name, value) in properties)
        {
            NoteLostSources(name);
            WriteMember(name, value, shape, name, addresses.Scope(resource.PropertyDependencies[name]));
        }
    }

    /// <summary>What such a property holds is the graph's own value: in a preview an invented one.</summary>
    private void NoteLostSources(string name)
    {
        foreach (var urn in resource.PropertyDependencies[name].Where(urn => !addresses.Has(urn)))
        {
            if (addresses.Find(urn) is { } source && !IsRandom(source))
            {
                notes.Leave(resource, name, $"written as a literal, because its source {source.Type} {source.Name} is not exported");
            }
        }
    }

    private void WriteMember(string name, PropertyValue value, TerraformShape shape, string path, OutputScope scope)
    {
        if (value is NullValue)
        {
            return;
        }

        if (shape.Find(name) is not { } property)
        {
            notes.Leave(resource, path, $"not in {TerraformMap.Shipped.Provider} {TerraformMap.Shipped.Version}");
        }
        else if (value.ContainsUnknown)
        {
            notes.Leave(resource, path, "its value is only known after a deployment");
        }
        else if (Holds<MarkedValue>(value))
        {
            notes.Leave(resource, path, "an asset: its content is not in the graph");
        }
        else
        {
            json.WritePropertyName(property.Name);
            WriteValue(value, property, path, scope);
        }
    }

    private void WriteValue(PropertyValue value, TerraformProperty property, string path, OutputScope scope)
    {
        if (!property.One)
        {
            WriteShaped(value, property, path, scope);
            return;
        }

        json.WriteStartArray();
        WriteShaped(value, property, path, scope);
        json.WriteEndArray();
    }

    private void WriteShaped(PropertyValue value, TerraformProperty property, string path, OutputScope scope)
    {
        switch (value)
        {
            case SecretValue { Value: TextValue } or SecretValue { Value: NumberValue } or SecretValue { Value: BoolValue }:
                WriteSecret(((SecretValue)value).Value, path, scope);
                break;
            case SecretValue secret:
                WriteSecretMembers(secret.Value, property, path, scope);
                break;
            case ListValue list:
                json.WriteStartArray();
                for (var i = 0; i < list.Count; i++)
                {
                    WriteShaped(list[i], property, $"{path}[{i}]", scope);
                }

                json.WriteEndArray();
                break;
            case MapValue map:
                WriteMap(map, property, path, scope);
                break;
            case TextValue text:
                json.WriteStringValue(Template(text.Value, scope));
                break;
            default:
                WriteScalar(value);
                break;
        }
    }

    private void WriteMap(MapValue map, TerraformProperty property, string path, OutputScope scope)
    {
        json.WriteStartObject();
        foreach (var (key, member) in map)
        {
            if (property.Nested is { } nested)
            {
                WriteMember(key, member, nested, $"{path}.{key}", scope);
            }
            else
            {
                json.WritePropertyName(TemplateText.Literal(key));
                WriteShaped(member, new TerraformProperty(key), $"{path}.{key}", scope);
            }
        }

        foreach (var field in Unsaid(map, property))
        {
            json.WriteNull(field);
        }

        json.WriteEndObject();
    }

    private static IEnumerable<string> Unsaid(MapValue map, TerraformProperty property)
    {
        if (property is not { Fields: { Count: > 0 } fields, Nested: { } nested })
        {
            return [];
        }

        var said = map.Where(member => member.Value is not NullValue).Select(member => nested.Find(member.Key)?.Name).ToHashSet(StringComparer.Ordinal);
        return fields.Where(field => !said.Contains(field));
    }

    private void WriteScalar(PropertyValue value)
    {
        switch (value)
        {
            case BoolValue flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case NumberValue { Value: var number }:
                // Exact for every number that a property can hold; a double would be written with a point.
                if (number == Math.Floor(number) && Math.Abs(number) < 1e15)
                {
                    json.WriteNumberValue((long)number);
                }
                else
                {
                    json.WriteNumberValue(number);
                }

                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    /// <summary>A secret is a reference to what made it, or a variable: no part of it is ever written.</summary>
    private void WriteSecret(PropertyValue value, string path, OutputScope scope)
    {
        if (value is TextValue text && scope.Split(text.Value).ToList() is [(_, { } output)])
        {
            json.WriteStringValue(Reference(output) ?? Own(path));
            return;
        }

        json.WriteStringValue(Own(path));
    }

    private void WriteSecretMembers(PropertyValue value, TerraformProperty property, string path, OutputScope scope)
    {
        var marked = value switch
        {
            MapValue map => MapValue.Of(map.Select(member => KeyValuePair.Create(member.Key, PropertyValue.Secret(member.Value)))),
            ListValue list => ListValue.Of(list.Select(PropertyValue.Secret)),
            _ => value,
        };
        WriteShaped(marked, property, path, scope);
    }

    private string Template(string text, OutputScope scope)
    {
        var template = new StringBuilder(text.Length + 32);
        foreach (var (piece, output) in scope.Split(text))
        {
            template.Append(output is null ? TemplateText.Literal(piece) : Reference(output) ?? TemplateText.Literal(piece));
        }

        return template.ToString();
    }

    /// <summary>Null where the output's resource is not exported and its value is no secret: then the value itself has to do.</summary>
    private string? Reference(KnownOutput output)
    {
        if (addresses.Has(output.Urn))
        {
            _referenced.Add(output.Urn);
            notes.Referenced();
            return TemplateText.Reference(addresses.Attribute(output)!);
        }

        var source = addresses.Find(output.Urn)!;
        if (IsRandom(source))
        {
            return TemplateText.Reference(notes.Variable(
                TerraformNames.Label($"{source.Name}-{TerraformNames.Attribute(output.Property)}"),
                $"{output.Property} of {source.Name} ({source.Type})"));
        }

        return null;
    }

    /// <summary>A variable for a secret of the program's own.</summary>
    private string Own(string path) => TemplateText.Reference(notes.Variable(
        TerraformNames.Label($"{label}_{TerraformNames.Attribute(path)}"),
        $"{path} of {resource.Name} ({resource.Type})"));

    private static bool IsRandom(GraphResource source) => source.Type.StartsWith(RandomPackage, StringComparison.Ordinal);

    private static bool Holds<T>(PropertyValue value)
        where T : PropertyValue => value switch
        {
            T => true,
            SecretValue secret => Holds<T>(secret.Value),
            ListValue list => list.Any(Holds<T>),
            MapValue map => map.Values.Any(Holds<T>),
            _ => false,
        };
}
