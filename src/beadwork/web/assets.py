"""Static files with a mark of their content in their names: the parts that scripts import, too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Assets(CompressedManifestStaticFilesStorage):
    """A page and its scripts are always of one version, and a browser asks for each file once."""

    support_js_module_import_aggregation = True
    max_post_process_passes = 12
    """Each pass names one level of imports; the longest chain of the recording screen has nine."""
