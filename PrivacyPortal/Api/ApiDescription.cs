using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PrivacyPortal.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints tell of themselves: the key, the headers, and what a problem looks like.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "PrivacyPortal",
                Version = "v1",
                Description = "Data sources, data-subject requests, deadlines and the audit log, by API key. docs/api.md walks through it with curl.",
            };
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[ApiRoutes.Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "pp_…", Description = "An API key, made under Users › API keys.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiRoutes.Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<VersionedEndpoint>().Any())
            {
                Header(operation, "If-Match", required: true, "The ETag of what you saw, such as \"7\".");
            }

            if (metadata.OfType<IdempotentEndpoint>().Any())
            {
                Header(operation, Idempotency.Header, required: false, "A word of your own, 1 to 200 visible ASCII characters: the same call again under it takes no effect twice.");
            }

            return Task.CompletedTask;
        });
    }

    private static void Header(OpenApiOperation operation, string name, bool required, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }
}
