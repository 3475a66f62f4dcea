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
        var resource = new ResourceDraft();
        var pendingDeletion = false;
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "urn":
                    Name(ref json, resource, where);
                    break;
                case "type":
                    resource.Type = json.RequiredText(name);
                    break;
                case "delete":
                    pendingDeletion = json.Flag(name) ?? false;
                    break;
                default:
                    Take(ref json, resource, name);
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

        return new ResourceState(resource.Finish(), pendingDeletion);
    }

    private static void Name(ref StateJson json, ResourceDraft resource, string where)
    {
        var urn = json.RequiredText("urn");
        if (!ResourceUrn.TryParse(urn, out var parts))
        {
            throw json.Fault("A `urn` must have the form urn:pulumi:STACK::PROJECT::TYPE::NAME", StateJson.Quote(urn), StateJson.ExportCure);
        }

        json.Where = $"{where} ({parts.Type} {parts.Name})";
        (resource.Urn, resource.Name) = (urn, json.Pool.Text(parts.Name));
    }

    private static void Take(ref StateJson json, ResourceDraft resource, string name)
    {
        switch (name)
        {
            case "custom":
                resource.Custom = json.Flag(name) ?? false;
                break;
            case "external":
                resource.External = json.Flag(name) ?? false;
                break;
            case "id":
                resource.Id = NotEmpty(json.Text(name));
                break;
            case "parent":
                resource.Parent = NotEmpty(json.Text(name));
                break;
            case "provider":
                resource.Provider = NotEmpty(json.Text(name));
                break;
            case "inputs":
                resource.Inputs = json.Properties(name);
                break;
            case "outputs":
                resource.Outputs = json.Properties(name);
                break;
            case "dependencies":
                resource.Dependencies = json.Texts(name);
                break;
            case "propertyDependencies":
                resource.PropertyDependencies = PropertyDependencies(ref json);
                break;
            case "protect":
                resource.Protect = json.Flag(name) ?? false;
                break;
            case "retainOnDelete":
                resource.RetainOnDelete = json.Flag(name) ?? false;
                break;
            case "deletedWith":
                resource.DeletedWith = NotEmpty(json.Text(name));
                break;
            case "ignoreChanges":
                resource.IgnoreChanges = json.Texts(name);
                break;
            case "replaceOnChanges":
                resource.ReplaceOnChanges = json.Texts(name);
                break;
            case "deleteBeforeReplace":
                resource.DeleteBeforeReplace = json.Flag(name);
                break;
            case "additionalSecretOutputs":
                resource.AdditionalSecretOutputs = json.Texts(name);
                break;
            case "customTimeouts":
                resource.CustomTimeouts = Timeouts(ref json);
                break;
            case "aliases":
                resource.Aliases = json.Texts(name);
                break;
            default:
                json.Skip();
                break;
        }
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
