using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>Reads one resource as exports and previews write it.</summary>
internal static class ResourceStateReader
{
    /// <param name="json">Stands on the resource's first token; ends on its last.</param>
    /// <param name="where">What it is, for messages.</param>
    public static ResourceState Read(ref StateJson json, string where)
    {
        json.Where = where;
        json.Expect(JsonTokenType.StartObject, "A resource must be an object");
        var resource = new GraphResource { Urn = "", Type = "", Name = "" };
        var pendingDeletion = false;
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "urn":
                    resource = Named(ref json, resource, where);
                    break;
                case "type":
                    resource = resource with { Type = json.RequiredText(name) };
                    break;
                case "delete":
                    pendingDeletion = json.Flag(name) ?? false;
                    break;
                default:
                    resource = Field(ref json, resource, name);
                    break;
            }
        }

        if (resource.Urn.Length == 0)
        {
            throw json.Fault("A resource has no `urn`", null, StateJson.ExportCure);
        }

        if (resource.Type.Length == 0)
        {
            throw json.Fault("A resource has no `type`", null, StateJson.ExportCure);
        }

        return new ResourceState(resource, pendingDeletion);
    }

    private static GraphResource Named(ref StateJson json, GraphResource resource, string where)
    {
        var urn = json.RequiredText("urn");
        if (!ResourceUrn.TryParse(urn, out var parts))
        {
            throw json.Fault("A `urn` must have the form urn:pulumi:STACK::PROJECT::TYPE::NAME", StateJson.Quote(urn), StateJson.ExportCure);
        }

        json.Where = $"{where} ({parts.Type} {parts.Name})";
        return resource with { Urn = urn, Name = json.Pool.Text(parts.Name) };
    }

    private static GraphResource Field(ref StateJson json, GraphResource resource, string name) => name switch
    {
        "custom" => resource with { Custom = json.Flag(name) ?? false },
        "external" => resource with { External = json.Flag(name) ?? false },
        "id" => resource with { Id = NotEmpty(json.Text(name)) },
        "parent" => resource with { Parent = NotEmpty(json.Text(name)) },
        "provider" => resource with { Provider = NotEmpty(json.Text(name)) },
        "inputs" => resource with { Inputs = json.Properties(name) },
        "outputs" => resource with { Outputs = json.Properties(name) },
        "dependencies" => resource with { Dependencies = json.Texts(name) },
        "propertyDependencies" => resource with { PropertyDependencies = PropertyDependencies(ref json) },
        "protect" => resource with { Protect = json.Flag(name) ?? false },
        "retainOnDelete" => resource with { RetainOnDelete = json.Flag(name) ?? false },
        "deletedWith" => resource with { DeletedWith = NotEmpty(json.Text(name)) },
        "ignoreChanges" => resource with { IgnoreChanges = json.Texts(name) },
        "replaceOnChanges" => resource with { ReplaceOnChanges = json.Texts(name) },
        "deleteBeforeReplace" => resource with { DeleteBeforeReplace = json.Flag(name) },
        "additionalSecretOutputs" => resource with { AdditionalSecretOutputs = json.Texts(name) },
        "customTimeouts" => resource with { CustomTimeouts = Timeouts(ref json) },
        "aliases" => resource with { Aliases = json.Texts(name) },
        _ => Skipped(ref json, resource),
    };

    private static GraphResource Skipped(ref StateJson json, GraphResource resource)
    {
        json.Skip();
        return resource;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static DependencyMap PropertyDependencies(ref StateJson json)
    {
        const string Name = "propertyDependencies";
        if (json.Token == JsonTokenType.Null)
        {
            return DependencyMap.Empty;
        }

        json.Expect(JsonTokenType.StartObject, $"`{Name}` must be an object");
        var entries = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        while (json.NextName() is { } property)
        {
            entries.Add(new(json.Pool.Text(property), json.Texts($"{Name}.{property}")));
        }

        return DependencyMap.Of(entries);
    }

    private static ResourceTimeouts? Timeouts(ref StateJson json)
    {
        if (json.Token == JsonTokenType.Null)
        {
            return null;
        }

        json.Expect(JsonTokenType.StartObject, "`customTimeouts` must be an object");
        var timeouts = new ResourceTimeouts();
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "create":
                    timeouts = timeouts with { Create = json.Number(name) };
                    break;
                case "update":
                    timeouts = timeouts with { Update = json.Number(name) };
                    break;
                case "delete":
                    timeouts = timeouts with { Delete = json.Number(name) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return timeouts.IsEmpty ? null : timeouts;
    }
}

/// <summary>A resource with what is only said of states.</summary>
/// <param name="PendingDeletion">It is only waiting to be deleted: its successor has the same URN.</param>
internal readonly record struct ResourceState(GraphResource Resource, bool PendingDeletion);
