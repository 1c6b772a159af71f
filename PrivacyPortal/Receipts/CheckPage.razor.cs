using Microsoft.AspNetCore.Components;

namespace PrivacyPortal.Receipts;

/// <summary>
/// Public: is this receipt genuine? Tells what is printed on it anyway, and no personal data; an uploaded file is gone with the
/// answer (while it arrives, a large one may stand in a temporary file of the server).
/// </summary>
public sealed partial class CheckPage
{
    private const long LargestFile = 25 * 1024 * 1024;

    private CheckResult? result;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "check-file")]
    private UploadedFile Upload { get; set; } = default!;

    [Inject]
    private ReceiptCheck Receipts { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Upload ??= new UploadedFile();
        if (Code is { Length: > 0 } && HttpMethods.IsGet(Context.Request.Method))
        {
            result = await Receipts.OfCodeAsync(Code, Context.RequestAborted);
        }
    }

    private async Task CheckFileAsync()
    {
        if (Upload.File is not { Length: > 0 and <= LargestFile } file)
        {
            result = new(CheckOutcome.NotAPdf);
            return;
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, Context.RequestAborted);
        result = await Receipts.OfFileAsync(content.ToArray(), Context.RequestAborted);
    }

    private sealed class UploadedFile
    {
        public IFormFile? File { get; set; }
    }
}
